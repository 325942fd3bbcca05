import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { tickedMonths } from './trend-geometry';

/** A drawing and the plot inside it. `every`: how many months apart those are that are named. */
export type Frame = {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  every: number;
};

export const wideFrame: Frame = { width: 660, height: 260, left: 70, right: 560, top: 20, bottom: 220, every: 2 };
/** Phones get their own drawing, not a shrunk one. */
export const narrowFrame: Frame = { width: 328, height: 230, left: 58, right: 252, top: 20, bottom: 190, every: 4 };

/** Everything that a series draws, in the frame's own units. A share stands between 0 and 100, a count from 0 up to a round number. */
export function drawFigures(values: readonly (number | null)[], share: boolean, frame: Frame) {
  const most = Math.max(1, ...values.map((value) => value ?? 0));
  const down = scaleLinear()
    .domain([0, share ? 100 : most])
    .range([frame.bottom, frame.top]);
  if (!share) down.nice(4);
  const across = scaleLinear()
    .domain([0, Math.max(1, values.length - 1)])
    .range([frame.left, frame.right]);
  const known = (value: number | null) => value !== null;
  const x = (_: number | null, index: number) => across(index);
  const y = (value: number | null) => down(value ?? 0);
  const at = (index: number, value: number) => ({ x: round(across(index)), y: round(down(value)), value });
  const last = values.findLastIndex(known);
  const isAlone = (index: number) => (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null;
  return {
    path: line<number | null>().defined(known).x(x).y(y)([...values]) ?? '',
    ground: area<number | null>().defined(known).x(x).y0(down(0)).y1(y)([...values]) ?? '',
    /** single months between two gaps, which a line does not show */
    alone: values.flatMap((value, index) =>
      value !== null && index !== last && isAlone(index) ? [at(index, value)] : [],
    ),
    end: last < 0 ? null : at(last, values[last] ?? 0),
    levels: (share ? [0, 50, 100] : wholeTicks(down.ticks(4))).map((value) => ({ value, y: round(down(value)) })),
    months: tickedMonths(values.length, frame.every).map((index) => ({ index, x: round(across(index)) })),
  };
}

/** Half a model is none. */
const wholeTicks = (ticks: number[]) => ticks.filter((tick) => Number.isInteger(tick));
const round = (value: number) => Math.round(value * 10) / 10;
