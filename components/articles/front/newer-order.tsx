'use client';

import { useTranslations } from 'next-intl';
import { newerValues, useFormFacts } from '@/components/ui/forms/form-context';

/** Of two who arrange a spot at once the second one sees how the first left it. */
export function NewerOrder() {
  const t = useTranslations('front');
  const order = newerValues(useFormFacts().state)?.order;
  if (order === undefined) return null;
  return (
    <div className="mb-5 border-lotus border-l-4 pl-4">
      <h3>{t('newer')}</h3>
      {order === '' ? (
        <p>{t('none')}</p>
      ) : (
        <ol className="list-inside list-decimal">
          {order.split('\n').map((title) => (
            <li key={title}>{title}</li>
          ))}
        </ol>
      )}
    </div>
  );
}
