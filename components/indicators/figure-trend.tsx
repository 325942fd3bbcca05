import { useTranslations } from 'next-intl';
import { ChartTable } from '@/components/charts/chart-table';
import type { ChartWords } from '@/components/charts/map/tile-words';
import { monthTicks } from '@/components/charts/month-tick';
import { drawFigures, type Frame, narrowFrame, wideFrame } from '@/components/charts/trends/figure-geometry';
import { type FigureOnDay, numberOf, type UnitOfMeasure } from '@/domain/indicators/indicator';
import { formatDay, formatMonth } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { formatValue } from './figure-words';

type TrendProps = { locale: Locale; name: string; points: readonly FigureOnDay[]; measure: UnitOfMeasure };

/** One indicator, month by month, with a drawing of its own for phones, and the same numbers as a table. */
export function FigureTrend({ locale, name, points, measure }: TrendProps) {
  const t = useTranslations('indicators.trend');
  const known = points.flatMap((point) => {
    const value = numberOf(point, measure);
    return value === null ? [] : [{ ...point, value }];
  });
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return <p className="text-ink-2">{t('empty')}</p>;
  const label = t('label', {
    name,
    from: formatValue(locale, first.value, measure),
    start: formatMonth(locale, first.day),
    to: formatValue(locale, last.value, measure),
    day: formatDay(locale, last.day),
  });
  const drawn = { locale, points, measure, label };
  const word = (point: FigureOnDay) => {
    const value = numberOf(point, measure);
    return value === null ? t('unknown') : formatValue(locale, value, measure);
  };
  return (
    <div className="@container">
      <Drawing {...drawn} frame={wideFrame} className="hidden max-w-[840px] @min-[560px]:block" />
      <Drawing {...drawn} frame={narrowFrame} className="max-w-[26rem] @min-[560px]:hidden" />
      <ChartTable
        folded
        caption={t('table')}
        rows={[...points].reverse()}
        keyOf={({ day }) => day}
        columns={[
          { label: t('month'), kind: 'title', cell: ({ day }) => formatDay(locale, day) },
          { label: t('value'), kind: 'number', cell: word },
        ]}
      />
    </div>
  );
}

type DrawingProps = Omit<TrendProps, 'name'> & { frame: Frame; label: string; className: string };

function Drawing({ locale, points, measure, frame, label, className }: DrawingProps) {
  const { path, ground, alone, end, levels, months } = drawFigures(
    points.map((point) => numberOf(point, measure)),
    measure === 'percent',
    frame,
  );
  return (
    <svg
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-label={label}
      className={`h-auto w-full overflow-visible font-sans tabular-nums ${className}`}
    >
      <Axes locale={locale} points={points} measure={measure} frame={frame} levels={levels} months={months} />
      <path d={ground} className="fill-cover-4" opacity=".1" />
      <path
        d={path}
        fill="none"
        strokeWidth="4"
        strokeLinejoin="round"
        strokeLinecap="round"
        className="stroke-cover-4"
      />
      {alone.map(({ x, y }) => (
        <circle key={x} cx={x} cy={y} r={4} className="fill-cover-4 stroke-2 stroke-card" />
      ))}
      {end && (
        <>
          <circle cx={end.x} cy={end.y} r={7} className="fill-cover-4 stroke-2 stroke-card" />
          <text x={end.x + 14} y={end.y + 5.5} className="fill-cover-5 font-bold text-[16px]">
            {formatValue(locale, end.value, measure)}
          </text>
        </>
      )}
    </svg>
  );
}

type Drawn = ReturnType<typeof drawFigures>;
type AxesProps = Omit<DrawingProps, 'label' | 'className'> & Pick<Drawn, 'levels' | 'months'>;

function Axes({ locale, points, measure, frame, levels, months }: AxesProps) {
  const c = useTranslations('charts') as ChartWords;
  const tick = monthTicks(
    c,
    points.map(({ day }) => day),
  );
  return (
    <g className="fill-ink-2 text-[15px]">
      {levels.map(({ value, y }) => (
        <g key={value}>
          <path d={`M${frame.left} ${y}H${frame.right}`} className="stroke-rule" />
          <text x={frame.left - 8} y={y + 5} textAnchor="end">
            {formatValue(locale, value, measure)}
          </text>
        </g>
      ))}
      {months.map(({ index, x }) => (
        <text key={index} x={x} y={frame.bottom + 26} textAnchor="middle">
          {tick(index)}
        </text>
      ))}
    </g>
  );
}
