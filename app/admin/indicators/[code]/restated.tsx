import { getTranslations } from 'next-intl/server';
import { formatValue } from '@/components/indicators/figure-words';
import { may } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { type Figure, numberOf, type UnitOfMeasure } from '@/domain/indicators/indicator';
import { findFiledSeries } from '@/domain/reports/series/restated-queries';
import { formatDay, formatInstant, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import type { Shown } from './shown';

type Props = Shown & { viewer: Viewer };

/**
 * The months of a trend whose report was signed anew with another number: what it said before, what it says, who, when and why. And those of
 * which the records say otherwise by now than the report that stands.
 */
export async function Restated({ viewer, code, definition: { measure }, found: { unit, trend } }: Props) {
  if (!may(viewer, 'reports.see', unit.path)) return null;
  const [t, { restated, moved }] = await Promise.all([
    getTranslations('indicators.restated'),
    findFiledSeries(viewer, unit, code, trend),
  ]);
  const { locale } = viewer;
  const word = (figure: Figure) => wordOf(locale, figure, measure);
  return (
    <>
      <Months
        title={t('title')}
        months={restated.map(({ day, was, now, by, at, why }) => {
          const told = { day: formatDay(locale, day), was: word(was), now: word(now), by: by ?? '–' };
          const because = why ? ` ${t('why', { why })}` : '';
          return { day, text: `${t('point', { ...told, at: formatInstant(locale, at) })}${because}` };
        })}
      />
      <Months
        title={t('movedTitle')}
        lead={t('movedLead')}
        months={moved.map(({ day, filed, now, at }) => {
          const told = { day: formatDay(locale, day), filed: word(filed), now: word(now) };
          return { day, text: t('moved', { ...told, at: formatInstant(locale, at) }) };
        })}
      />
    </>
  );
}

/** A share with what it is of: two that look alike may come of other counts. */
function wordOf(locale: Locale, figure: Figure, measure: UnitOfMeasure): string {
  const number = numberOf(figure, measure);
  if (number === null) return '–';
  const value = formatValue(locale, number, measure);
  if (measure !== 'percent') return value;
  return `${value} (${formatNumber(locale, figure.done ?? 0)}/${formatNumber(locale, figure.whole ?? 0)})`;
}

type MonthsProps = { title: string; lead?: string; months: readonly { day: string; text: string }[] };

function Months({ title, lead, months }: MonthsProps) {
  if (months.length === 0) return null;
  return (
    <section className="mt-4">
      <h3 className="mb-2">{title}</h3>
      {lead && <p className="mb-2 max-w-[44em] text-ink-2">{lead}</p>}
      <ul className="grid list-disc gap-1 pl-5">
        {months.map(({ day, text }) => (
          <li key={day}>{text}</li>
        ))}
      </ul>
    </section>
  );
}
