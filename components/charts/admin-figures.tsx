import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatMonth, formatPercent } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { type ChartNumber, levelLooks } from './admin-words';
import { ChartBoundary } from './chart-boundary';
import { ChartKey } from './chart-key';
import { LazyCoverageTrend } from './lazy-charts';
import type { ChartWords } from './map/tile-words';
import { monthTicks } from './month-tick';
import { lastOf, type TrendPoint } from './series';
import { TrendTable } from './trends/trend';
import { Unreached } from './unreached';

type TargetProps = { locale: Locale; target: number | null };

/**
 * The chart in a sentence, and number by number in the table: nothing within the picture is heard or reached by Tab.
 */
const Picture = ({ label, lost, children }: { label: string; lost: string; children: ReactNode }) => (
  <ChartBoundary lost={lost}>
    <p className="sr-only">{label}</p>
    <Unreached>{children}</Unreached>
  </ChartBoundary>
);

/** Coverage month by month, with key and table. */
export function CoverageTrendFigure({ locale, points, target }: TargetProps & { points: readonly TrendPoint[] }) {
  const t = useTranslations('charts') as ChartWords;
  const number = (value: number | null): ChartNumber => ({
    value,
    word: value === null ? t('trend.unknown') : formatPercent(locale, value),
  });
  const tick = monthTicks(
    t,
    points.map(({ month }) => month),
  );
  const names = { subAssociations: t('level.sub_association'), groups: t('level.group') };
  const latest = (read: (point: TrendPoint) => number | null) => number(lastOf(points, read)?.value ?? null).word;
  return (
    <figure>
      <ChartKey
        entries={[
          {
            name: names.subAssociations,
            look: levelLooks.subAssociations,
            word: latest((point) => point.subAssociations),
          },
          { name: names.groups, look: levelLooks.groups, word: latest((point) => point.groups) },
          ...targetEntry(t, locale, target),
        ]}
      />
      <Picture label={t('trend.picture')} lost={t('lost')}>
        <LazyCoverageTrend
          data={points.map(({ month, subAssociations, groups }, at) => ({
            month: tick(at),
            title: formatMonth(locale, month),
            subAssociations: number(subAssociations),
            groups: number(groups),
          }))}
          target={target}
          names={names}
        />
      </Picture>
      <TrendTable locale={locale} points={points} />
    </figure>
  );
}

const targetEntry = (t: ChartWords, locale: Locale, target: number | null) =>
  target === null
    ? []
    : [{ name: t('trend.targetAt', { percent: formatPercent(locale, target) }), look: 'target' as const }];
