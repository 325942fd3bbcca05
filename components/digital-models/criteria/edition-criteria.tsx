import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Criterion, Edition } from '@/domain/digital-models/criteria/criteria';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type EditionCriteriaProps = {
  edition: Edition /** what can be done with one, beside it */;
  work?: (criterion: Criterion) => ReactNode;
};

/** The criteria of a checklist in their order, in both languages. */
export function EditionCriteria({ edition, work }: EditionCriteriaProps) {
  const t = useTranslations('digital-models.checklists');
  if (edition.criteria.length === 0) return <p className="text-ink-2">{t('empty')}</p>;
  return (
    <ol className="list-decimal pl-6">
      {edition.criteria.map((criterion) => (
        <li key={criterion.id} className="border-rule border-b py-2.5">
          <Words criterion={criterion} />
          {work?.(criterion)}
        </li>
      ))}
    </ol>
  );
}

function Words({ criterion: { label, required, counted } }: { criterion: Criterion }) {
  const t = useTranslations('digital-models');
  const locale = useLocale() as Locale;
  const other = locale === 'vi' ? 'en' : 'vi';
  return (
    <>
      <p>
        {label[locale]} {!required && <span className="text-ink-2 text-sm">({t('record.welcome')})</span>}
      </p>
      <p lang={other} className="text-ink-2 text-sm">
        {label[other]}
      </p>
      {counted && (
        <p className="text-ink-2 text-sm">
          {t('checklists.countedAs', {
            what: t(`countedBy.${counted.by}`),
            least: formatNumber(locale, counted.least),
          })}
        </p>
      )}
    </>
  );
}
