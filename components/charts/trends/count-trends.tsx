import { useTranslations } from 'next-intl';
import { type ModelKind, modelKinds } from '@/domain/digital-models/digital-model';
import { formatMonth, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { type LineLook, markPath, modelLooks } from '../admin-words';
import { ChartTable } from '../chart-table';
import type { ChartWords } from '../map/tile-words';
import { monthTicks } from '../month-tick';
import type { ModelPoint } from '../series';
import { type CountDrawing, countFrame, drawCounts } from './count-geometry';

type CountTrendsProps = { locale: Locale; points: readonly ModelPoint[] };

/** Active models month by month: a small chart for each kind on its own scale, for one has thousands where another has ten. */
export function CountTrends({ locale, points }: CountTrendsProps) {
  const t = useTranslations('charts') as ChartWords;
  const word = (value: number | null) => (value === null ? t('trend.unknown') : formatNumber(locale, value));
  return (
    <>
      <div className="grid gap-x-8 gap-y-6 sm:grid-cols-2 2xl:grid-cols-4">
        {modelKinds.map((kind, at) => (
          <CountTrend key={kind} locale={locale} points={points} kind={kind} look={modelLooks[at] ?? modelLooks[0]} />
        ))}
      </div>
      <ChartTable
        folded
        caption={t('byModel.table')}
        columns={[
          { label: t('month'), kind: 'title', cell: ({ month }) => formatMonth(locale, month) },
          ...modelKinds.map((kind) => ({
            label: t(`kind.${kind}`),
            kind: 'number' as const,
            cell: (point: ModelPoint) => word(point[kind]),
          })),
        ]}
        rows={[...points].reverse()}
        keyOf={({ month }) => month}
      />
    </>
  );
}

type CountTrendProps = CountTrendsProps & { kind: ModelKind; look: LineLook };

function CountTrend({ locale, points, kind, look }: CountTrendProps) {
  const t = useTranslations('charts') as ChartWords;
  const drawing = drawCounts(points.map((point) => point[kind]));
  const { first, last } = drawing;
  const month = (index: number | undefined) => formatMonth(locale, points[index ?? 0]?.month ?? '2026-01-01');
  return (
    <figure>
      <figcaption>
        <b className="block">{t(`kind.${kind}`)}</b>
        {first && last ? (
          <span className="text-ink-2 text-sm tabular-nums">
            <b className="font-serif text-h3 text-ink">{formatNumber(locale, last.value)}</b>{' '}
            {t('byModel.since', { from: formatNumber(locale, first.value), month: month(first.index) })}
          </span>
        ) : (
          <span className="text-ink-2 text-sm">{t('trend.unknown')}</span>
        )}
      </figcaption>
      <CountPicture locale={locale} points={points} drawing={drawing} look={look} />
    </figure>
  );
}

type CountPictureProps = CountTrendsProps & { drawing: CountDrawing; look: LineLook };

/** For the eye alone: the words above it and the table below say the same. */
function CountPicture({ locale, points, drawing, look }: CountPictureProps) {
  const t = useTranslations('charts') as ChartWords;
  const { width, height, left, right, top, bottom } = countFrame;
  const short = monthTicks(
    t,
    points.map(({ month: day }) => day),
  );
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" className="mt-1 block h-auto w-full max-w-[22rem]">
      <path d={`M${left} ${top}H${right}M${left} ${bottom}H${right}`} className="stroke-rule" />
      <path d={drawing.ground} fill={look.colour} opacity=".1" />
      <path d={drawing.path} fill="none" stroke={look.colour} strokeWidth="3" strokeLinejoin="round" />
      {drawing.last && (
        <path
          d={markPath(look)}
          transform={`translate(${drawing.last.at.x} ${drawing.last.at.y})`}
          fill={look.colour}
          strokeWidth="1.5"
          className="stroke-desk"
        />
      )}
      <g className="fill-ink-2 text-[15px] tabular-nums">
        <text x={left} y={top - 5}>
          {formatNumber(locale, drawing.top)}
        </text>
        <text x={left} y={height - 10}>
          {short(0)}
        </text>
        <text x={right} y={height - 10} textAnchor="end">
          {short(points.length - 1)}
        </text>
      </g>
    </svg>
  );
}
