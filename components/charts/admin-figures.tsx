import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { CoverageLevel } from '@/domain/coverage/coverage';
import { type ModelKind, modelKinds } from '@/domain/digital-models/digital-model';
import { formatMonth, formatNumber, formatPercent } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { type ChartNumber, levelLooks, modelLooks } from './admin-words';
import { ChartBoundary } from './chart-boundary';
import { ChartKey } from './chart-key';
import { ChartTable } from './chart-table';
import { LazyByModel, LazyComparison, LazyCoverageTrend } from './lazy-charts';
import { type ChartWords, stateWord } from './map/tile-words';
import { type ComparedPlace, countTicks, lastOf, type ModelPoint, type PlaceCoverage, type TrendPoint } from './series';
import { TrendTable } from './trends/trend';
import { Unreached } from './unreached';

type TargetProps = { locale: Locale; target: number | null };

const monthTick = (t: ChartWords, month: string) => t('monthShort', { month: Number(month.slice(5, 7)) });

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
          data={points.map(({ month, subAssociations, groups }) => ({
            month: monthTick(t, month),
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

/** Places side by side, both levels; the page chooses whom to compare and in which order. */
export function ComparisonFigure({ locale, places, target }: TargetProps & { places: readonly ComparedPlace[] }) {
  const t = useTranslations('charts') as ChartWords;
  const word = (coverage: PlaceCoverage, level: CoverageLevel) => stateWord(t, locale, coverage, level);
  const number = (coverage: PlaceCoverage, level: CoverageLevel): ChartNumber => ({
    value: coverage.percent,
    word: word(coverage, level),
  });
  const names = { subAssociations: t('level.sub_association'), groups: t('level.group') };
  return (
    <figure>
      <ChartKey
        entries={[
          { name: names.subAssociations, look: 'solid' },
          { name: names.groups, look: 'striped' },
          ...targetEntry(t, locale, target),
        ]}
      />
      <Picture label={t('comparison.picture')} lost={t('lost')}>
        <LazyComparison
          data={places.map(({ code, name, subAssociations, groups }) => ({
            code,
            name,
            subAssociations: number(subAssociations, 'sub_association'),
            groups: number(groups, 'group'),
          }))}
          target={target}
          names={names}
        />
      </Picture>
      <ChartTable
        folded
        caption={t('comparison.table')}
        columns={[
          { label: t('commune'), kind: 'title', cell: ({ name }) => name },
          { label: names.subAssociations, kind: 'number', cell: (row) => word(row.subAssociations, 'sub_association') },
          { label: names.groups, kind: 'number', cell: (row) => word(row.groups, 'group') },
        ]}
        rows={places}
        keyOf={({ code }) => code}
      />
    </figure>
  );
}

/** Active models of each kind, month by month. */
export function ByModelFigure({ locale, points }: { locale: Locale; points: readonly ModelPoint[] }) {
  const t = useTranslations('charts') as ChartWords;
  const word = (value: number | null) => (value === null ? t('trend.unknown') : formatNumber(locale, value));
  const kinds = modelKinds.map((kind: ModelKind, at) => ({
    kind,
    name: t(`kind.${kind}`),
    look: modelLooks[at] ?? modelLooks[0],
  }));
  return (
    <figure>
      <ChartKey
        entries={kinds.map(({ kind, name, look }) => ({
          name,
          look,
          word: word(lastOf(points, (point) => point[kind])?.value ?? null),
        }))}
      />
      <Picture label={t('byModel.picture')} lost={t('lost')}>
        <LazyByModel
          data={points.map((point) => ({
            month: monthTick(t, point.month),
            title: formatMonth(locale, point.month),
            counts: kinds.map(({ kind }) => ({ value: point[kind], word: word(point[kind]) })),
          }))}
          names={kinds.map(({ name }) => name)}
          axis={countTicks(points).map((value) => ({ value, word: formatNumber(locale, value) }))}
        />
      </Picture>
      <ChartTable
        folded
        caption={t('byModel.table')}
        columns={[
          { label: t('month'), kind: 'title', cell: ({ month }) => formatMonth(locale, month) },
          ...kinds.map(({ kind, name }) => ({
            label: name,
            kind: 'number' as const,
            cell: (point: ModelPoint) => word(point[kind]),
          })),
        ]}
        rows={[...points].reverse()}
        keyOf={({ month }) => month}
      />
    </figure>
  );
}
