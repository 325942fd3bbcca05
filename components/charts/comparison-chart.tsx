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
        <defs>
          <pattern
            id="comparison-groups"
            width="7"
            height="7"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="7" height="7" fill="var(--color-lake-soft)" />
            <path d="M1.5 0v7" stroke="var(--color-lake)" strokeWidth="3" />
          </pattern>
        </defs>
        <XAxis
          type="number"
          domain={[0, 100]}
          ticks={[0, 50, 100]}
          unit="%"
          tick={axisText}
          tickLine={false}
          stroke={hairline}
        />
        <YAxis
          type="category"
          dataKey="name"
          width={114}
          interval={0}
          tick={{ ...axisText, fill: 'var(--color-ink)' }}
          tickLine={false}
          stroke={hairline}
        />
        {target !== null && (
          <ReferenceLine zIndex={100} x={target} stroke="var(--color-ink)" strokeWidth={1.8} strokeDasharray="7 5" />
        )}
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--color-lotus-mist)' }}
          content={({ active, payload }) => {
            const datum = payload[0]?.payload as ComparisonDatum | undefined;
            if (!active || !datum) return null;
            const rows = [
              { name: names.subAssociations, number: datum.subAssociations, look: levelLooks.subAssociations },
              { name: names.groups, number: datum.groups, look: levelLooks.groups },
            ];
            return <ChartTooltip title={datum.name} rows={rows} />;
          }}
        />
        <Bar
          dataKey={(datum: ComparisonDatum) => datum.subAssociations.value ?? 0}
          name={names.subAssociations}
          fill="var(--color-cover-4)"
          minPointSize={0.1}
          isAnimationActive={false}
        >
          <LabelList {...barLabel} dataKey={(datum: ComparisonDatum) => datum.subAssociations.word} />
        </Bar>
        <Bar
          dataKey={(datum: ComparisonDatum) => datum.groups.value ?? 0}
          name={names.groups}
          fill="url(#comparison-groups)"
          minPointSize={0.1}
          isAnimationActive={false}
        >
          <LabelList {...barLabel} dataKey={(datum: ComparisonDatum) => datum.groups.word} />
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  );
}
