import { useTranslations } from 'next-intl';
import { FoldedPart } from '@/components/ui/panels/fold';
import { addDays } from '@/domain/days/day';
import type { Definition } from '@/domain/indicators/indicator';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type PanelProps = { locale: Locale; editions: readonly Definition[] };

/** What is counted, out of what, by whose word and since when; the editions before stand below. */
export function DefinitionPanel({ locale, editions }: PanelProps) {
  const t = useTranslations('indicators.definition');
  const [current, ...earlier] = editions;
  if (!current) return null;
  return (
    <section id="definition" className="@container">
      <h2 className="mb-3">{t('title')}</h2>
      <Words locale={locale} definition={current} />
      {earlier.length > 0 && (
        <FoldedPart summary={t('history')}>
          {earlier.map((definition) => (
            <div key={definition.edition} className="mt-4">
              <Words locale={locale} definition={definition} />
            </div>
          ))}
        </FoldedPart>
      )}
    </section>
  );
}

function Words({ locale, definition }: { locale: Locale; definition: Definition }) {
  const t = useTranslations('indicators');
  const { numerator, denominator, gaps, owner, measure, edition, from, to } = definition;
  const days = { edition, day: formatDay(locale, from) };
  const entries = [
    { term: t('definition.numerator'), value: numerator },
    { term: t('definition.denominator'), value: denominator },
    ...(gaps ? [{ term: t('definition.gaps'), value: gaps }] : []),
    { term: t('definition.measure'), value: t(`measures.${measure}`) },
    { term: t('definition.owner'), value: owner ?? t('definition.city') },
    {
      term: t('definition.edition'),
      value: to
        ? t('definition.editionTo', { ...days, last: formatDay(locale, addDays(to, -1)) })
        : t('definition.editionFrom', days),
    },
  ];
  return (
    <dl className="grid max-w-[40em] gap-x-6 gap-y-3 @min-[28rem]:grid-cols-[10rem_minmax(0,1fr)]">
      {entries.map(({ term, value }) => (
        <div key={term} className="contents">
          <dt className="@max-[28rem]:-mb-3 text-ink-2">{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What holds of every figure, said beside each. */
export function FigureRules() {
  const t = useTranslations('indicators.rules');
  return (
    <section>
      <h2 className="mb-3">{t('title')}</h2>
      <ul className="grid list-disc gap-2 pl-5">
        {(['day', 'member', 'reported', 'percent', 'ahead', 'people'] as const).map((rule) => (
          <li key={rule}>{t(rule)}</li>
        ))}
      </ul>
    </section>
  );
}
