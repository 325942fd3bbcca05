import { type CoverStep, cornersOf, coverStep, type Point, type TileState } from './hexagon';

/** Parts of a drawing whose words its links or its title have said already are not heard. */
export const unheard = { 'aria-hidden': true } as const;

/** Between words that a drawing sets apart, for whoever reads them without seeing it: it takes no room. */
export const Blank = () => <tspan fontSize="0"> </tspan>;

const coverFill: Record<CoverStep, string> = {
  1: 'fill-cover-1 stroke-[#CFA06A] stroke-1',
  2: 'fill-cover-2',
  3: 'fill-cover-3',
  4: 'fill-cover-4',
  5: 'fill-cover-5',
};

/** The same colours, said by the drawing itself: without its styles a map would be black. */
const plainFill: Record<CoverStep, string> = { 1: '#fce6c9', 2: '#f8bfab', 3: '#ec93ac', 4: '#99226a', 5: '#4a0d49' };
const card = '#fffdf7';
const ink = '#2b1230';

/** White letters on the two dark steps, ink on everything else: at least 7:1 on each. */
export const letterFill = (state: TileState, percent: number | null): string =>
  state === 'some' && percent !== null && coverStep(percent) > 3 ? 'fill-card' : 'fill-ink';

type PatternIds = { hatch: string; dots: string };

/** Names of the patterns within one drawing; two drawings on a page must not share them, since one may be hidden. */
export const patternIds = (drawing: string): PatternIds => ({ hatch: `${drawing}-hatch`, dots: `${drawing}-dots` });

/** The patterns for "not reported" (a hatch) and for "fewer than five" (dots). */
export function TilePatterns({ hatch, dots }: PatternIds) {
  return (
    <defs>
      <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill="#F1E7D6" />
        <path d="M0 0v6" stroke="#9B8593" strokeWidth="2.4" className="contrast-more:[stroke-width:4.8]" />
      </pattern>
      <pattern id={dots} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill={card} className="fill-card" />
        <circle cx="3" cy="3" r="1.5" fill="#920c48" className="fill-lotus contrast-more:[r:2.1px]" />
      </pattern>
    </defs>
  );
}

type TileProps = {
  at: Point;
  radius: number;
  state: TileState;
  percent: number | null;
  patterns: PatternIds;
  /** Leaves a plain middle in the pattern, so that a name reads on it. */
  ring?: boolean;
};

/** One commune's hexagon in the look of its state. */
export function Tile({ at, radius, state, percent, patterns, ring = false }: TileProps) {
  const points = cornersOf(at, radius);
  const middle = cornersOf(at, radius * 0.8);
  if (state === 'not_reported')
    return (
      <>
        <polygon points={points} fill={`url(#${patterns.hatch})`} stroke="#9B8593" />
        {ring && <polygon points={middle} fill="#F1E7D6" />}
      </>
    );
  if (state === 'fewer_than_five')
    return (
      <>
        <polygon points={points} fill={`url(#${patterns.dots})`} strokeWidth="1.2" className="stroke-lotus" />
        {ring && <polygon points={middle} fill={card} className="fill-card" />}
      </>
    );
  if (state === 'no_units')
    return (
      <polygon
        points={points}
        fill="transparent"
        strokeWidth="1.5"
        strokeDasharray="3 3.5"
        className="stroke-ink-line contrast-more:stroke-ink"
      />
    );
  if (state === 'zero' || percent === null) return <ZeroTile at={at} radius={radius} ring={ring} />;
  const step = coverStep(percent);
  return (
    <polygon
      points={points}
      fill={plainFill[step]}
      className={`${coverFill[step]} forced-colors:stroke-[CanvasText]`}
    />
  );
}

/** Nothing is covered yet: an empty tile, with a small circle where no name stands in its middle. */
function ZeroTile({ at, radius, ring }: Required<Pick<TileProps, 'at' | 'radius' | 'ring'>>) {
  return (
    <>
      <polygon
        points={cornersOf(at, radius)}
        fill={card}
        stroke={ink}
        strokeWidth="1.6"
        className="fill-card stroke-ink"
      />
      {!ring && (
        <circle
          cx={at.x}
          cy={at.y}
          r={Math.max(3, radius * 0.22)}
          fill="none"
          stroke={ink}
          strokeWidth="1.6"
          className="stroke-ink"
        />
      )}
    </>
  );
}

/** The frame of the tile one looks at: ink with a pomelo line inside. Drawn after all tiles, so that none covers it. */
export function TileFrame({ at, radius }: { at: Point; radius: number }) {
  const points = cornersOf(at, radius);
  return (
    <g fill="none" strokeLinejoin="round" pointerEvents="none" {...unheard}>
      <polygon points={points} strokeWidth={Math.max(3, radius * 0.165)} className="stroke-ink" />
      <polygon points={points} strokeWidth={Math.max(1.6, radius * 0.09)} className="stroke-pomelo" />
    </g>
  );
}
