import { useTranslations } from 'next-intl';
import { formatPercent } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import type { ChartWords } from '../map/tile-words';
import { monthTicks } from '../month-tick';
import type { TrendPoint } from '../series';
import { deskFrame, drawTrend, type Frame, type TrendDrawing, type TrendLine } from './trend-geometry';

export type TrendPictureProps = {
  locale: Locale;
  points: readonly TrendPoint[];
  /** the target in percent; null without one */
  target: number | null;
  frame: Frame;
  /** the meaning of the picture, in a sentence */
  label: string;
  className: string;
};

/** One drawing of the trend, for a desk or for a phone. */

export function TrendPicture({ locale, points, target, frame, label, className }: TrendPictureProps) {
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

type AxesProps = Omit<TrendPictureProps, 'label' | 'className'> & { drawing: TrendDrawing };

function Axes({ locale, points, drawing, frame, target }: AxesProps) {
  const t = useTranslations('charts') as ChartWords;
  const desk = frame === deskFrame;
  const tick = monthTicks(
    t,
    points.map(({ month }) => month),
  );
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
          {tick(index)}
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
