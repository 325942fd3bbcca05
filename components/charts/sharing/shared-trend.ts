import { formatPercent } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import type { ChartWords } from '../map/tile-words';
import { monthTicks } from '../month-tick';
import type { Drawing } from '../saving/saved-svg';
import type { TrendPoint } from '../series';
import { deskFrame, drawTrend, type TrendLine } from '../trends/trend-geometry';
import { card, element, ink, lake, lotus, rule, words } from './marks';

type TrendProps = { locale: Locale; points: readonly TrendPoint[]; target: number | null; t: ChartWords };

/** Larger than on the page: a picture is looked at on a phone. */
const SCALE = 1.6;
const { width, height, left, right, bottom } = deskFrame;

/** The trend of both levels with its axes and the target. */
export function sharedTrend({ locale, points, target, t }: TrendProps): Drawing {
  const drawing = drawTrend(points, target, deskFrame);
  const tick = monthTicks(
    t,
    points.map(({ month }) => month),
  );
  const axes = [
    ...drawing.levels.map(
      ({ percent, y }) =>
        element('path', { d: `M${left} ${y}H${right}`, stroke: rule }) +
        words(formatPercent(locale, percent), { x: left - 8, y: y + 5, 'text-anchor': 'end', 'font-size': 14 }),
    ),
    ...drawing.months.map(({ index, x }) =>
      words(tick(index), {
        x,
        y: bottom + 26,
        'text-anchor': 'middle',
        'font-size': 14,
      }),
    ),
  ];
  const line = { fill: 'none', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };
  const lines =
    element('path', { d: drawing.subAssociations.ground, fill: lotus, opacity: 0.1 }) +
    element('path', { d: drawing.subAssociations.path, ...line, stroke: lotus, 'stroke-width': 4 }) +
    element('path', { d: drawing.groups.path, ...line, stroke: lake, 'stroke-width': 3.5, 'stroke-dasharray': '2 7' });
  const ends = [
    ending(drawing.subAssociations, lotus, (percent) =>
      t('trend.end', { level: 'sub_association', percent: formatPercent(locale, percent) }),
    ),
    ending(drawing.groups, lake, (percent) =>
      t('trend.end', { level: 'group', percent: formatPercent(locale, percent) }),
    ),
  ];
  const inner = element(
    'g',
    { transform: `scale(${SCALE})` },
    axes.join('') + aimOf(drawing.targetY, target, { locale, t }) + lines + ends.join(''),
  );
  return { inner, x: 0, y: 0, width: width * SCALE, height: height * SCALE };
}

/** The line of the target; nothing without one. */
function aimOf(y: number | null, target: number | null, { locale, t }: Pick<TrendProps, 'locale' | 't'>): string {
  if (y === null || target === null) return '';
  const line = { stroke: ink, 'stroke-width': 1.8, 'stroke-dasharray': '7 5' };
  const word = t('trend.targetAt', { percent: formatPercent(locale, target) });
  return (
    element('path', { d: `M${left} ${y}H${right}`, ...line }) +
    words(word, { x: right + 14, y: y + 5, 'font-size': 14 })
  );
}

function ending({ end, alone }: TrendLine, colour: string, label: (percent: number) => string): string {
  const dots = [...alone.map((at) => ({ ...at, r: 4 })), ...(end ? [{ x: end.x, y: end.y, r: 7 }] : [])];
  const marks = dots.map(({ x, y, r }) =>
    element('circle', { cx: x, cy: y, r, fill: colour, stroke: card, 'stroke-width': 2 }),
  );
  const word = end
    ? words(label(end.percent), {
        x: end.x + 14,
        y: end.labelY + 5.5,
        fill: colour,
        'font-weight': 700,
        'font-size': 15,
      })
    : '';
  return marks.join('') + word;
}
