import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { Point } from '../map/hexagon';
import { lastOf } from '../series';

/** One small drawing, and the plot inside it. */
export const countFrame = { width: 300, height: 150, left: 8, right: 288, top: 20, bottom: 118 } as const;

export type CountDrawing = {
  path: string;
  ground: string;
  /** the first and the last number that is known, and where they stand */
  first: { index: number; value: number } | null;
  last: { index: number; value: number; at: Point } | null;
  /** the level named above the plot, a round number that no count is above */
  top: number;
};

/** The counts of one kind over months, on a scale of their own from 0 to a round number; a month without a count is a gap. */
export function drawCounts(values: readonly (number | null)[]): CountDrawing {
  const { left, right, top, bottom } = countFrame;
  const most = Math.max(4, ...values.map((value) => value ?? 0));
  const down = scaleLinear().domain([0, most]).nice(4).range([bottom, top]);
  const across = scaleLinear()
    .domain([0, Math.max(1, values.length - 1)])
    .range([left, right]);
  const known = (value: number | null) => value !== null;
  const x = (_: number | null, index: number) => across(index);
  const y = (value: number | null) => down(value ?? 0);
  const firstIndex = values.findIndex(known);
  const last = lastOf(values, (value) => value);
  return {
    path: line<number | null>().defined(known).x(x).y(y)(values) ?? '',
    ground: area<number | null>().defined(known).x(x).y0(bottom).y1(y)(values) ?? '',
    first: firstIndex < 0 ? null : { index: firstIndex, value: values[firstIndex] ?? 0 },
    last: last && { ...last, at: { x: round(across(last.index)), y: round(down(last.value)) } },
    top: down.domain()[1] ?? most,
  };
}

const round = (value: number) => Math.round(value * 10) / 10;
