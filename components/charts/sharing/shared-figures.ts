import type { Day } from '@/domain/days/day';
import type { ChartWords } from '../map/tile-words';
import { monthTicks } from '../month-tick';
import type { Drawing } from '../saving/saved-svg';
import { drawFigures, wideFrame } from '../trends/figure-geometry';
import { card, element, lotus, rule, words } from './marks';

type FiguresProps = {
  days: readonly Day[];
  values: readonly (number | null)[];
  /** between 0 and 100 of a hundred */
  share: boolean;
  wordOf: (value: number) => string;
  t: ChartWords;
};

/** Larger than on the page: a picture is looked at on a phone. */
const SCALE = 1.6;
const { width, height, left, right, bottom } = wideFrame;

/** One figure over its days with its axes. */
export function sharedFigures({ days, values, share, wordOf, t }: FiguresProps): Drawing {
  const { path, ground, alone, end, levels, months } = drawFigures(values, share, wideFrame);
  const tick = monthTicks(t, days);
  const axes = [
    ...levels.map(
      ({ value, y }) =>
        element('path', { d: `M${left} ${y}H${right}`, stroke: rule }) +
        words(wordOf(value), { x: left - 8, y: y + 5, 'text-anchor': 'end', 'font-size': 14 }),
    ),
    ...months.map(({ index, x }) =>
      words(tick(index), { x, y: bottom + 26, 'text-anchor': 'middle', 'font-size': 14 }),
    ),
  ];
  const line = { fill: 'none', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };
  const dots = [...alone.map((at) => ({ ...at, r: 4 })), ...(end ? [{ ...end, r: 7 }] : [])];
  const marks = [
    element('path', { d: ground, fill: lotus, opacity: 0.1 }),
    element('path', { d: path, ...line, stroke: lotus, 'stroke-width': 4 }),
    ...dots.map(({ x, y, r }) => element('circle', { cx: x, cy: y, r, fill: lotus, stroke: card, 'stroke-width': 2 })),
    end
      ? words(wordOf(end.value), { x: end.x + 14, y: end.y + 5.5, fill: lotus, 'font-weight': 700, 'font-size': 16 })
      : '',
  ];
  const inner = element('g', { transform: `scale(${SCALE})` }, axes.join('') + marks.join(''));
  return { inner, x: 0, y: 0, width: width * SCALE, height: height * SCALE };
}
