'use client';

import { Bar, BarChart, LabelList, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { type ComparisonDatum, levelLooks } from './admin-words';
import { axisText, ChartTooltip, hairline } from './chart-parts';

export type ComparisonChartProps = {
  data: readonly ComparisonDatum[];
  target: number | null;
  names: { subAssociations: string; groups: string };
};

const rowHeight = 54;

/** Stands clear of the target's line; a bar of no length has its word too. */
const barLabel = {
  position: 'right',
  fill: 'var(--color-ink)',
  fontSize: 15,
  stroke: 'var(--color-desk)',
  strokeWidth: 5,
  paintOrder: 'stroke',
} as const;

const levels = ['subAssociations', 'groups'] as const;
const barFill = { subAssociations: 'var(--color-cover-4)', groups: 'url(#comparison-groups)' };

/** Two bars a place, with the number or the reason why there is none at their end. */
export default function ComparisonChart({ data, target, names }: ComparisonChartProps) {
  return (
    <ResponsiveContainer width="100%" height={data.length * rowHeight + 40}>
      <BarChart
        data={[...data]}
        layout="vertical"
        accessibilityLayer={false}
        barSize={18}
        barGap={2}
        margin={{ top: 4, right: 60, bottom: 4, left: 0 }}
      >
        <Stripes />
        <XAxis type="number" domain={[0, 100]} ticks={[0, 50, 100]} unit="%" {...axisLook} tick={axisText} />
        <YAxis type="category" dataKey="name" width={114} interval={0} {...axisLook} tick={nameText} />
        {target !== null && (
          <ReferenceLine zIndex={100} x={target} stroke="var(--color-ink)" strokeWidth={1.8} strokeDasharray="7 5" />
        )}
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--color-lotus-mist)' }}
          content={({ active, payload }) =>
            active && drawTooltip(names, payload[0]?.payload as ComparisonDatum | undefined)
          }
        />
        {levels.map((level) => (
          <Bar
            key={level}
            dataKey={(datum: ComparisonDatum) => datum[level].value ?? 0}
            name={names[level]}
            fill={barFill[level]}
            minPointSize={0.1}
            isAnimationActive={false}
          >
            <LabelList {...barLabel} dataKey={(datum: ComparisonDatum) => datum[level].word} />
          </Bar>
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}

const axisLook = { tickLine: false, stroke: hairline } as const;
const nameText = { ...axisText, fill: 'var(--color-ink)' } as const;

function drawTooltip(names: ComparisonChartProps['names'], datum: ComparisonDatum | undefined) {
  if (!datum) return null;
  const rows = levels.map((level) => ({ name: names[level], number: datum[level], look: levelLooks[level] }));
  return <ChartTooltip title={datum.name} rows={rows} />;
}

/** The groups' bars differ by more than their colour. */
function Stripes() {
  return (
    <defs>
      <pattern id="comparison-groups" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="7" height="7" fill="var(--color-lake-soft)" />
        <path d="M1.5 0v7" stroke="var(--color-lake)" strokeWidth="3" />
      </pattern>
    </defs>
  );
}
