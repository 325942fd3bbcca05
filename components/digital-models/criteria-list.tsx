import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import type { CriterionState } from '@/domain/digital-models/model-record';
import { formatDay, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** The checklist of today with what is met of it, since when and by what evidence. */
export function CriteriaList({ criteria }: { criteria: CriterionState[] }) {
  const t = useTranslations('digital-models.record');
  const locale = useLocale() as Locale;
  const required = criteria.filter((criterion) => criterion.required);
  const met = required.filter((criterion) => criterion.met);
  const count = { met: formatNumber(locale, met.length), count: formatNumber(locale, required.length) };
  return (
    <>
      <p className="font-semibold">{t('criteriaMet', count)}</p>
      <p className="mb-1 text-ink-2 text-sm">{t('criteriaNote')}</p>
      <ul>
        {criteria.map((criterion) => (
          <Criterion key={criterion.id} criterion={criterion} />
        ))}
      </ul>
    </>
  );
}

function Criterion({ criterion: { label, required, met } }: { criterion: CriterionState }) {
  const t = useTranslations('digital-models.record');
  const locale = useLocale() as Locale;
  return (
    <li className="flex gap-3 border-rule border-b py-2.5">
      <Icon name={met ? 'check' : 'cross'} className={`mt-[0.15em] flex-none ${met ? 'text-rubber' : 'text-ink-2'}`} />
      <div>
        <p>
          {label[locale]} {!required && <span className="text-ink-2 text-sm">({t('welcome')})</span>}
        </p>
        <p className="text-ink-2 text-sm">{met ? t('met', { day: formatDay(locale, met.since) }) : t('notMet')}</p>
        {met?.evidence && <p className="text-sm">{met.evidence}</p>}
      </div>
    </li>
  );
}
