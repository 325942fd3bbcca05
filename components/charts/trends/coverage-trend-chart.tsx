'use client';

import { CartesianGrid, Line, LineChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { levelLooks, type TrendDatum } from '../admin-words';
import { axisText, ChartTooltip, drawMark, hairline, monthAxis } from '../chart-parts';

export type CoverageTrendChartProps = {
  data: readonly TrendDatum[];
  target: number | null;
  names: { subAssociations: string; groups: string };
};

const levels = ['subAssociations', 'groups'] as const;

export default function CoverageTrendChart({ data, target, names }: CoverageTrendChartProps) {
  return (
    <ResponsiveContainer width="100%" height={300}>
      <LineChart data={[...data]} accessibilityLayer={false} margin={{ top: 12, right: 14, bottom: 4, left: 0 }}>
        <CartesianGrid vertical={false} stroke={hairline} />
        <XAxis {...monthAxis} />
        <YAxis
          domain={[0, 100]}
          ticks={[0, 25, 50, 75, 100]}
          unit="%"
          width={54}
          tick={axisText}
          tickLine={false}
          axisLine={false}
        />
        {target !== null && (
          <ReferenceLine y={target} stroke="var(--color-ink)" strokeWidth={1.8} strokeDasharray="7 5" />
        )}
        <Tooltip
          isAnimationActive={false}
          content={({ active, payload }) => active && drawTooltip(names, payload[0]?.payload as TrendDatum | undefined)}
        />
        {levels.map((level) => (
          <Line
            key={level}
            dataKey={(datum: TrendDatum) => datum[level].value}
            name={names[level]}
            type="linear"
            stroke={levelLooks[level].colour}
            strokeWidth={level === 'groups' ? 3.5 : 4}
            strokeDasharray={levelLooks[level].dash}
            strokeLinecap="round"
            connectNulls={false}
            isAnimationActive={false}
            dot={(dot) =>
              drawMark(
                levelLooks[level],
                data.map((datum) => datum[level].value),
                dot,
              )
            }
            activeDot={false}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
}

function drawTooltip(names: CoverageTrendChartProps['names'], datum: TrendDatum | undefined) {
  if (!datum) return null;
  const rows = levels.map((level) => ({ name: names[level], number: datum[level], look: levelLooks[level] }));
  return <ChartTooltip title={datum.title} rows={rows} />;
}
