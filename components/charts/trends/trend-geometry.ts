import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { Point } from '../map/hexagon';
import { lastOf, type TrendPoint } from '../series';

/** A drawing and the plot inside it: `left right top bottom` are where the axes stand. */
export type Frame = {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  every: number;
};

export const deskFrame: Frame = { width: 660, height: 300, left: 50, right: 470, top: 30, bottom: 260, every: 2 };
/** Phones get their own drawing, not a shrunk one. */
export const phoneFrame: Frame = { width: 328, height: 270, left: 46, right: 262, top: 30, bottom: 230, every: 4 };

export type TrendLine = {
  path: string;
  /** The ground under the line, gap by gap. */
  ground: string;
  /** Single months between two gaps, which a line does not show. */
  alone: Point[];
  end: (Point & { percent: number; labelY: number }) | null;
};

export type TrendDrawing = {
  subAssociations: TrendLine;
  groups: TrendLine;
  months: { index: number; x: number }[];
  levels: { percent: number; y: number }[];
  targetY: number | null;
};

type Read = (point: TrendPoint) => number | null;

/** Everything that the trend draws, in the frame's own units, one decimal. */
export function drawTrend(points: readonly TrendPoint[], target: number | null, frame: Frame): TrendDrawing {
  const across = scaleLinear()
    .domain([0, Math.max(1, points.length - 1)])
    .range([frame.left, frame.right]);
  const down = scaleLinear().domain([0, 100]).range([frame.bottom, frame.top]);
  const subAssociations = drawLine(points, (point) => point.subAssociations, across, down);
  const groups = drawLine(points, (point) => point.groups, across, down);
  keepApart(subAssociations.end, groups.end, frame);
  return {
    subAssociations,
    groups,
    months: tickedMonths(points.length, frame.every).map((index) => ({ index, x: round(across(index)) })),
    levels: [0, 50, 100].map((percent) => ({ percent, y: round(down(percent)) })),
    targetY: target === null ? null : round(down(Math.min(100, target))),
  };
}

const round = (value: number) => Math.round(value * 10) / 10;

function drawLine(
  points: readonly TrendPoint[],
  read: Read,
  across: (at: number) => number,
  down: (at: number) => number,
): TrendLine {
  const values = points.map(read);
  const x = (_: number | null, index: number) => across(index);
  const y = (value: number | null) => down(value ?? 0);
  const known = (value: number | null) => value !== null;
  const last = lastOf(values, (value) => value);
  const alone = values.flatMap((value, index) => {
    const single = (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null;
    return value !== null && single && index !== last?.index
      ? [{ x: round(across(index)), y: round(down(value)) }]
      : [];
  });
  const end = last && { x: round(across(last.index)), y: round(down(last.value)), percent: last.value };
  return {
    path: line<number | null>().defined(known).x(x).y(y)(values) ?? '',
    ground: area<number | null>().defined(known).x(x).y0(down(0)).y1(y)(values) ?? '',
    alone,
    end: end && { ...end, labelY: end.y },
  };
}

const labelHeight = 22;

/** Moves two labels that would touch apart by the same step, within the plot. */
function keepApart(one: TrendLine['end'], other: TrendLine['end'], frame: Frame) {
  if (!one || !other) return;
  const [upper, lower] = one.labelY <= other.labelY ? [one, other] : [other, one];
  const missing = labelHeight - (lower.labelY - upper.labelY);
  if (missing <= 0) return;
  upper.labelY = Math.max(frame.top, round(upper.labelY - missing / 2));
  lower.labelY = Math.min(frame.bottom, upper.labelY + labelHeight);
  upper.labelY = Math.min(upper.labelY, lower.labelY - labelHeight);
}

/** So few months are all named: there is room. */
const FEW = 3;

/** The named months, counted back from the last one, which always is named. */
export function tickedMonths(count: number, every: number): number[] {
  const step = count <= FEW ? 1 : every;
  return Array.from({ length: count }, (_, index) => index).filter((index) => (count - 1 - index) % step === 0);
}
