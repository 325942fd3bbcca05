import { getTranslations } from 'next-intl/server';
import { formatValue } from '@/components/indicators/figure-words';
import { may } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { type Figure, type FigureOnDay, numberOf, type UnitOfMeasure } from '@/domain/indicators/indicator';
import { listRestatedPoints } from '@/domain/reports/series/restated-queries';
import type { Unit } from '@/domain/units/unit';
import { formatDay, formatInstant } from '@/i18n/format';
import type { Shown } from './shown';

type Props = Pick<Shown, 'code'> & {
  viewer: Viewer;
  unit: Unit;
  measure: UnitOfMeasure;
  trend: readonly FigureOnDay[];
};

/** The months of a trend whose report was signed anew with another number: what it said before, what it says, who, when and why. */
export async function Restated({ viewer, code, unit, measure, trend }: Props) {
  if (!may(viewer, 'reports.see', unit.path)) return null;
  const days = trend.map(({ day }) => day);
  const [t, points] = await Promise.all([
    getTranslations('indicators.restated'),
    listRestatedPoints(viewer, unit, code, days),
  ]);
  if (points.length === 0) return null;
  const { locale } = viewer;
  const word = (figure: Figure) => {
    const number = numberOf(figure, measure);
    return number === null ? '–' : formatValue(locale, number, measure);
  };
  return (
    <section className="mt-4">
      <h3 className="mb-2">{t('title')}</h3>
      <ul className="grid list-disc gap-1 pl-5">
        {points.map(({ day, was, now, by, at, why }) => (
          <li key={day}>
            {t('point', {
              day: formatDay(locale, day),
              was: word(was),
              now: word(now),
              by: by ?? '–',
              at: formatInstant(locale, at),
            })}{' '}
            {why && t('why', { why })}
          </li>
        ))}
      </ul>
    </section>
  );
}
