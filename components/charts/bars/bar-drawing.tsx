import { type CoverStep, coverStep } from '../map/hexagon';
import { barFill } from '../percent-bar';
import { type BarFrame, barsIn, nameIn, narrowBars, narrowUnitBars, wideBars, wideUnitBars } from './bar-geometry';

export type Bar = {
  key: string;
  label: string;
  /** in percent of the width that there is; null draws none */
  length: number | null;
  /** the share that its colour stands for */
  percent: number | null;
  /** what it comes to */
  word: string;
};

type BarsProps = { bars: readonly Bar[]; label: string };
type DrawingProps = BarsProps & {
  /** bars of units, whose names need more room than those of communes */
  units?: boolean;
};

/** Bars below each other as one drawing that can be taken along, with one of its own for phones; `label` says its meaning. */
export function BarDrawing({ bars, label, units = false }: DrawingProps) {
  const [wide, narrow] = units ? [wideUnitBars, narrowUnitBars] : [wideBars, narrowBars];
  return (
    <div className="@container">
      <Bars bars={bars} label={label} frame={wide} className="hidden max-w-[44rem] @min-[560px]:block" />
      <Bars bars={bars} label={label} frame={narrow} className="max-w-[26rem] @min-[560px]:hidden" />
    </div>
  );
}

type FrameProps = BarsProps & { frame: BarFrame; className: string };

function Bars({ bars, label, frame, className }: FrameProps) {
  const { height, rows } = barsIn(
    bars.map(({ length }) => length),
    frame,
  );
  return (
    <svg
      viewBox={`0 0 ${frame.width} ${height}`}
      role="img"
      aria-label={label}
      className={`h-auto w-full overflow-visible font-sans tabular-nums [print-color-adjust:exact] ${className}`}
    >
      {bars.map(({ key, label: name, percent, word }, at) => {
        const row = rows[at];
        if (!row) return null;
        const step: CoverStep = coverStep(percent ?? 0);
        return (
          <g key={key} className="text-[15px]">
            <text x={row.name.x} y={row.name.y} textAnchor={row.name.anchor} className="fill-ink-2">
              {nameIn(name, frame)}
            </text>
            {row.bar.width > 0 && <rect {...row.bar} rx="2" className={barFill[step]} />}
            <text x={row.word.x} y={row.word.y} className="fill-ink font-bold">
              {word}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
