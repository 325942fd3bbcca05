import { useTranslations } from 'next-intl';
import { formatMonth, formatPercent } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { ChartTable } from './chart-table';
import { lastOf, type TrendPoint } from './series';
import type { ChartWords } from './tile-words';
import { deskFrame, drawTrend, type Frame, phoneFrame, type TrendDrawing, type TrendLine } from './trend-geometry';

type TrendProps = {
  locale: Locale;
  points: readonly TrendPoint[];
  /** In percent; null without a target. */
  target: number | null;
};

/** How coverage moved, month by month, with a drawing of its own for phones. */
export function Trend({ locale, points, target }: TrendProps) {
  const t = useTranslations('charts') as ChartWords;
  const props = { locale, points, target, label: summary(t, locale, points) };
  return (
    <div className="@container">
      <TrendKey target={target !== null} />
      <TrendPicture {...props} frame={deskFrame} className="hidden max-w-[840px] @min-[560px]:block" />
      <TrendPicture {...props} frame={phoneFrame} className="max-w-[30rem] @min-[560px]:hidden" />
    </div>
  );
}

/** The same numbers, the latest month first. */
export function TrendTable({ locale, points, folded = true }: Omit<TrendProps, 'target'> & { folded?: boolean }) {
  const t = useTranslations('charts') as ChartWords;
  const word = (percent: number | null) => (percent === null ? t('trend.unknown') : formatPercent(locale, percent));
  return (
    <ChartTable
      folded={folded}
      caption={t('trend.table')}
      columns={[
        { key: 'month', label: t('month') },
        { key: 'sub', label: t('level.sub_association'), numeric: true },
        { key: 'group', label: t('level.group'), numeric: true },
      ]}
      rows={[...points].reverse().map(({ month, subAssociations, groups }) => ({
        key: month,
        cells: { month: formatMonth(locale, month), sub: word(subAssociations), group: word(groups) },
      }))}
    />
  );
}

/** One sentence for those who hear the picture: where each line begins and ends. */
function summary(t: ChartWords, locale: Locale, points: readonly TrendPoint[]): string {
  const sentence = (level: 'sub_association' | 'group', read: (point: TrendPoint) => number | null) => {
    const first = points.find((point) => read(point) !== null);
    const last = lastOf(points, read);
    if (!first || !last) return t('trend.none', { level });
    return t('trend.fromTo', {
      level,
      from: formatPercent(locale, read(first) ?? 0),
      start: formatMonth(locale, first.month),
      to: formatPercent(locale, last.value),
      end: formatMonth(locale, points[last.index]?.month ?? first.month),
    });
  };
  return [
    sentence('sub_association', (point) => point.subAssociations),
    sentence('group', (point) => point.groups),
  ].join(' ');
}

function TrendKey({ target }: { target: boolean }) {
  const t = useTranslations('charts') as ChartWords;
  return (
    <ul className="mb-2 flex flex-wrap gap-x-5 gap-y-1 text-base @min-[560px]:hidden">
      <li className="flex items-center gap-2">
        <svg viewBox="0 0 34 16" width="34" height="16" aria-hidden="true">
          <path d="M2 8h24" strokeWidth="4" className="stroke-cover-4" />
          <circle cx="26" cy="8" r="6" className="fill-cover-4" />
        </svg>
        {t('level.sub_association')}
      </li>
      <li className="flex items-center gap-2">
        <svg viewBox="0 0 34 16" width="34" height="16" aria-hidden="true">
          <path d="M3 8h24" strokeWidth="3.5" strokeDasharray="2 7" strokeLinecap="round" className="stroke-lake" />
          <path d="M21 3h10v10H21Z" className="fill-lake" />
        </svg>
        {t('level.group')}
      </li>
      {target && (
        <li className="flex items-center gap-2">
          <svg viewBox="0 0 34 16" width="34" height="16" aria-hidden="true">
            <path d="M2 8h30" strokeWidth="1.8" strokeDasharray="7 5" className="stroke-ink" />
          </svg>
          {t('trend.target')}
        </li>
      )}
    </ul>
  );
}

type PictureProps = TrendProps & { frame: Frame; label: string; className: string };

function TrendPicture({ locale, points, target, frame, label, className }: PictureProps) {
  const drawing = drawTrend(points, target, frame);
  const desk = frame === deskFrame;
  return (
    <svg
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-label={label}
      className={`h-auto w-full overflow-visible font-sans tabular-nums ${className}`}
    >
      <Axes locale={locale} points={points} drawing={drawing} frame={frame} target={target} />
      <path d={drawing.subAssociations.ground} className="fill-cover-4" opacity=".1" />
      <path
        d={drawing.subAssociations.path}
        fill="none"
        strokeWidth="4"
        strokeLinejoin="round"
        strokeLinecap="round"
        className="stroke-cover-4"
      />
      <path
        d={drawing.groups.path}
        fill="none"
        strokeWidth="3.5"
        strokeDasharray="2 7"
        strokeLinecap="round"
        className="stroke-lake"
      />
      <Marks line={drawing.subAssociations} square={false} />
      <Marks line={drawing.groups} square />
      <EndLabel locale={locale} line={drawing.subAssociations} level="sub_association" worded={desk} />
      <EndLabel locale={locale} line={drawing.groups} level="group" worded={desk} />
    </svg>
  );
}

type AxesProps = TrendProps & { drawing: TrendDrawing; frame: Frame };

function Axes({ locale, points, drawing, frame, target }: AxesProps) {
  const t = useTranslations('charts') as ChartWords;
  const desk = frame === deskFrame;
  return (
    <g className="fill-ink-2 text-[15px]">
      {drawing.levels.map(({ percent, y }) => (
        <g key={percent}>
          <path d={`M${frame.left} ${y}H${frame.right}`} className="stroke-rule" />
          <text x={frame.left - 8} y={y + 5} textAnchor="end">
            {formatPercent(locale, percent)}
          </text>
        </g>
      ))}
      {drawing.months.map(({ index, x }) => (
        <text key={index} x={x} y={frame.bottom + 26} textAnchor="middle">
          {t('monthShort', { month: Number(points[index]?.month.slice(5, 7)) })}
        </text>
      ))}
      {drawing.targetY !== null && target !== null && (
        <g className="fill-ink">
          <path
            d={`M${frame.left} ${drawing.targetY}H${frame.right}`}
            strokeWidth="1.8"
            strokeDasharray="7 5"
            className="stroke-ink"
          />
          {desk && (
            <text x={frame.right + 14} y={drawing.targetY + 5}>
              {t('trend.targetAt', { percent: formatPercent(locale, target) })}
            </text>
          )}
        </g>
      )}
    </g>
  );
}

function Marks({ line, square }: { line: TrendLine; square: boolean }) {
  const marks = [...line.alone.map((at) => ({ ...at, size: 4 })), ...(line.end ? [{ ...line.end, size: 7 }] : [])];
  const look = `stroke-card stroke-2 ${square ? 'fill-lake' : 'fill-cover-4'}`;
  return marks.map(({ x, y, size }) =>
    square ? (
      <rect key={x} x={x - size + 1} y={y - size + 1} width={2 * size - 2} height={2 * size - 2} className={look} />
    ) : (
      <circle key={x} cx={x} cy={y} r={size} className={look} />
    ),
  );
}

type EndLabelProps = { locale: Locale; line: TrendLine; level: 'sub_association' | 'group'; worded: boolean };

function EndLabel({ locale, line, level, worded }: EndLabelProps) {
  const t = useTranslations('charts') as ChartWords;
  if (!line.end) return null;
  const percent = formatPercent(locale, line.end.percent);
  return (
    <text
      x={line.end.x + 14}
      y={line.end.labelY + 5.5}
      className={`font-bold text-[16px] ${level === 'group' ? 'fill-lake' : 'fill-cover-5'}`}
    >
      {worded ? t('trend.end', { level, percent }) : percent}
    </text>
  );
}
