import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';

/** A map holds a hundred links: whoever goes by keyboard is offered the way past them first. */
export function PastMap({ children }: { children: ReactNode }) {
  const t = useTranslations('charts.map');
  const id = `past${useId()}`;
  return (
    <>
      <a href={`#${id}`} className="button compact primary absolute z-20 not-focus:sr-only">
        {t('past')}
      </a>
      {children}
      <span id={id} tabIndex={-1} className="sr-only">
        {t('end')}
      </span>
    </>
  );
}
