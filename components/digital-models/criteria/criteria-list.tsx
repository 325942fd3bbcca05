import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';
import type { CriterionState } from '@/domain/digital-models/criteria/criteria';
import { formatDay, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { ModelPicture } from '../model-picture';

type CriteriaListProps = {
  criteria: CriterionState[] /** where one is judged, for who may */;
  judgePath?: string | undefined;
};

/** The checklist of today with what is met of it, since when and by what evidence. */
export function CriteriaList({ criteria, judgePath }: CriteriaListProps) {
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
          <Criterion key={criterion.id} criterion={criterion} judgePath={judgePath} />
        ))}
      </ul>
    </>
  );
}

function Criterion({ criterion, judgePath }: { criterion: CriterionState; judgePath: string | undefined }) {
  const t = useTranslations('digital-models.record');
  const judge = useTranslations('digital-models.judge');
  const locale = useLocale() as Locale;
  const { id, label, required, met } = criterion;
  return (
    <li className="flex gap-3 border-rule border-b py-2.5">
      <Icon name={met ? 'check' : 'cross'} className={`mt-[0.15em] flex-none ${met ? 'text-rubber' : 'text-ink-2'}`} />
      <div className="min-w-0">
        <p>
          {label[locale]} {!required && <span className="text-ink-2 text-sm">({t('welcome')})</span>}
        </p>
        <p className="text-ink-2 text-sm">
          {met ? t('met', { day: formatDay(locale, met.since) }) : t('notMet')}
          {met?.judgedBy && ` · ${judge('judgedBy', { name: met.judgedBy })}`}
        </p>
        <CountedLine criterion={criterion} />
        {met?.evidence && <p className="whitespace-pre-line text-sm">{met.evidence}</p>}
        {met?.picture && <ModelPicture picture={met.picture} />}
        {judgePath && (
          <Link
            href={`${judgePath}?judge=${id}#judge`}
            className="inline-flex min-h-11 items-center"
            aria-label={judge('openOf', { label: label[locale] })}
          >
            {judge('open')}
          </Link>
        )}
      </div>
    </li>
  );
}

/** The count of the records today, beside the judgement. */
function CountedLine({ criterion: { counted, met } }: { criterion: CriterionState }) {
  const t = useTranslations('digital-models.counted');
  const locale = useLocale() as Locale;
  if (!counted) return null;
  const { by, count, least } = counted;
  const differs = met && count < least;
  return (
    <p className="text-sm">
      {t(by, { count: formatNumber(locale, count), least: formatNumber(locale, least) })}
      {differs && <span className="text-ink-2"> {t('differs')}</span>}
    </p>
  );
}
