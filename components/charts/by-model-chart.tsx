'use client';

import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { type ChartNumber, type ModelDatum, modelLooks } from './admin-words';
import { axisText, ChartTooltip, drawMark, hairline, monthAxis } from './chart-parts';

export type ByModelChartProps = {
  data: readonly ModelDatum[];
  /** the names of the four kinds, in the order of `modelLooks` */
  names: readonly string[];
  /** The levels to name beside the plot, from 0 up. */
  axis: readonly ChartNumber[];
};

export default function ByModelChart({ data, names, axis }: ByModelChartProps) {
  const kinds = modelLooks.map((look, at) => ({ look, at, name: names[at] ?? '' }));
  return (
    <ResponsiveContainer width="100%" height={320}>
      <LineChart data={[...data]} accessibilityLayer={false} margin={{ top: 12, right: 14, bottom: 4, left: 0 }}>
        <CartesianGrid vertical={false} stroke={hairline} />
        <XAxis {...monthAxis} />
        <YAxis
          domain={[0, axis.at(-1)?.value ?? 1]}
          ticks={axis.flatMap(({ value }) => (value === null ? [] : [value]))}
          tickFormatter={(tick: number) => axis.find(({ value }) => value === tick)?.word ?? ''}
          width={58}
          tick={axisText}
          tickLine={false}
          axisLine={false}
        />
        <Tooltip
          isAnimationActive={false}
          content={({ active, payload }) => active && drawTooltip(names, payload[0]?.payload as ModelDatum | undefined)}
        />
        {kinds.map(({ look, at, name }) => (
          <Line
            key={name}
            dataKey={(datum: ModelDatum) => datum.counts[at]?.value ?? null}
            name={name}
            type="linear"
            stroke={look.colour}
            strokeWidth={3.5}
            strokeDasharray={look.dash}
            strokeLinecap={look.dash.startsWith('1 ') ? 'round' : 'butt'}
            connectNulls={false}
            isAnimationActive={false}
            dot={(dot) =>
              drawMark(
                look,
                data.map((datum) => datum.counts[at]?.value ?? null),
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

function drawTooltip(names: readonly string[], datum: ModelDatum | undefined) {
  if (!datum) return null;
  const rows = modelLooks.flatMap((look, at) => {
    const number = datum.counts[at];
    return number ? [{ name: names[at] ?? '', number, look }] : [];
  });
  return <ChartTooltip title={datum.title} rows={rows} />;
}
