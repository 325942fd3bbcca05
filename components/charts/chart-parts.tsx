'use client';

import type { DotItemDotProps } from 'recharts';
import { type ChartNumber, type LineLook, markPath } from './admin-words';

/** Axis text and lines of all charts of the signed-in area. */
export const axisText = { fill: 'var(--color-ink-2)', fontSize: 15 } as const;
export const hairline = 'var(--color-rule)';

/** Months below the plot, as many between one name and the next everywhere; the last one is always named. */
export const monthAxis = {
  dataKey: 'month',
  tick: axisText,
  tickLine: false,
  tickMargin: 8,
  stroke: hairline,
  minTickGap: 14,
  interval: 'equidistantPreserveEnd',
} as const;

/** The mark at the end of a line, and at a month that stands alone between two gaps. */
export function drawMark(look: LineLook, values: readonly (number | null)[], { index, cx, cy }: DotItemDotProps) {
  const last = values.reduce<number>((found, value, at) => (value === null ? found : at), -1);
  const alone = (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null;
  if ((index !== last && !alone) || cx == null || cy == null || values[index] === null) return null;
  return (
    <path
      key={index}
      d={markPath(look)}
      transform={`translate(${cx} ${cy})`}
      fill={look.colour}
      stroke="var(--color-card)"
      strokeWidth={1.5}
    />
  );
}

export type TooltipRow = { name: string; number: ChartNumber; look: LineLook };

/** The tip of the pointer: the month or place, and every number with its mark and its word. */
export function ChartTooltip({ title, rows }: { title: string; rows: readonly TooltipRow[] }) {
  return (
    <div className="rounded-tile border-[1.5px] border-ink bg-card px-3 py-2 text-ink text-sm">
      <b className="block">{title}</b>
      {rows.map(({ name, number, look }) => (
        <span key={name} className="flex items-center gap-2">
          <svg viewBox="-8 -8 16 16" width="14" height="14" aria-hidden="true" className="flex-none">
            <path d={markPath(look)} fill={look.colour} />
          </svg>
          <span className="flex-1">{name}</span>
          <b className="tabular-nums">{number.word}</b>
        </span>
      ))}
    </div>
  );
}
