import { Fragment, type SVGProps } from 'react';
import type { Locale } from '@/i18n/locales';
import {
  type CoverStep,
  cornersOf,
  coverStep,
  type HexagonTile,
  halos,
  type Point,
  plainFill,
  type TileState,
} from './hexagon';
import { fitName } from './tile-name';
import { shortWord } from './tile-words';

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

/** What its colour alone does not say. */
const coverLine: Partial<Record<CoverStep, string>> = { 1: 'stroke-[#CFA06A] stroke-1' };

const [card, ink] = ['#fffdf7', '#2b1230'];

/** White letters on the two dark steps, ink on everything else: at least 7:1 on each. */
export const letterFill = (state: TileState, percent: number | null): string =>
  state === 'some' && percent !== null && coverStep(percent) > 3 ? 'fill-card' : 'fill-ink';

export type PatternIds = { hatch: string; dots: string };

/** Names of the patterns within one drawing; two drawings on a page must not share them, since one may be hidden. */
export const patternIds = (drawing: string): PatternIds => ({ hatch: `${drawing}-hatch`, dots: `${drawing}-dots` });

/** The patterns for "not reported" (a hatch) and for "fewer than five" (dots). */
export function TilePatterns({ hatch, dots, scale = 1 }: PatternIds & { scale?: number }) {
  const size = Math.round(scale * 10) / 10;
  return (
    <defs>
      <pattern
        id={hatch}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform={`rotate(45) scale(${size})`}
      >
        <rect width="6" height="6" fill="#F1E7D6" />
        <path d="M0 0v6" stroke="#9B8593" strokeWidth="2.4" className="contrast-more:[stroke-width:4.8]" />
      </pattern>
      <pattern id={dots} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform={`scale(${size})`}>
        <rect width="6" height="6" fill={card} className="fill-card" />
        <circle cx="3" cy="3" r="1.5" fill="#920c48" className="fill-lotus contrast-more:[r:2.1px]" />
      </pattern>
    </defs>
  );
}

type TileProps = {
  /** its middle; by default where the drawing begins */
  at?: Point;
  radius: number;
  state: TileState;
  percent: number | null;
  patterns: PatternIds;
  /** Name of the outline that the drawing has for all of its tiles (`TileShape`); a tile without one draws its own. */
  shape?: string;
  /** Leaves a plain middle in the pattern, so that a name reads on it. */
  ring?: boolean;
};

/** The outline of the tiles of a drawing, once for all of them. */
export const TileShape = ({ id, radius }: { id: string; radius: number }) => (
  <defs fill="none">
    <polygon id={id} points={cornersOf({ x: 0, y: 0 }, radius)} vectorEffect="non-scaling-stroke" />
  </defs>
);

type OutlineProps = Pick<TileProps, 'at' | 'radius' | 'shape'> & SVGProps<SVGPolygonElement & SVGUseElement>;

const Outline = ({ at = { x: 0, y: 0 }, radius, shape, ...look }: OutlineProps) =>
  shape ? <use href={`#${shape}`} {...look} /> : <polygon points={cornersOf(at, radius)} {...look} />;

/** One commune's hexagon in the look of its state. */
export function Tile({ at = { x: 0, y: 0 }, radius, state, percent, patterns, shape, ring = false }: TileProps) {
  const outline = { at, radius, ...(shape ? { shape } : {}) };
  const middle = cornersOf(at, radius * 0.8);
  if (state === 'not_reported')
    return (
      <>
        <Outline {...outline} fill={`url(#${patterns.hatch})`} stroke="#9B8593" />
        {ring && <polygon points={middle} fill="#F1E7D6" />}
      </>
    );
  if (state === 'fewer_than_five')
    return (
      <>
        <Outline {...outline} fill={`url(#${patterns.dots})`} strokeWidth="1.2" className="stroke-lotus" />
        {ring && <polygon points={middle} fill={card} className="fill-card" />}
      </>
    );
  if (state === 'no_units')
    return (
      <Outline
        {...outline}
        fill="transparent"
        strokeWidth="1.5"
        strokeDasharray="3 3.5"
        className="stroke-ink-line contrast-more:stroke-ink"
      />
    );
  if (state === 'zero' || percent === null) return <ZeroTile {...outline} ring={ring} />;
  const step = coverStep(percent);
  const look = shape ? coverLine[step] : `${coverFill[step]} forced-colors:stroke-[CanvasText]`;
  return <Outline {...outline} fill={plainFill[step]} {...(look ? { className: look } : {})} />;
}

type ZeroTileProps = Required<Pick<TileProps, 'at' | 'radius' | 'ring'>> & Pick<TileProps, 'shape'>;

/** Nothing is covered yet: an empty tile, with a small circle where no name stands in its middle. */
function ZeroTile({ ring, ...outline }: ZeroTileProps) {
  const { at, radius } = outline;
  return (
    <>
      <Outline {...outline} fill={card} stroke={ink} strokeWidth="1.6" className="fill-card stroke-ink" />
      {!ring && (
        <circle
          cx={at.x}
          cy={at.y}
          r={Math.max(3, Math.round(radius * 2.2) / 10)}
          fill="none"
          stroke={ink}
          strokeWidth="1.6"
          vectorEffect="non-scaling-stroke"
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

/** Where a map is wide enough for names, and where it is not. */
export const onlyLarge = 'hidden @min-[660px]:block';
export const onlySmall = '@min-[660px]:hidden';

/** Name and number in a large tile. The link's label has said them already, so they are not read twice; blanks take no room. */
export function TileText({ locale, tile, width }: { locale: Locale; tile: HexagonTile; width: number }) {
  const halo = halos[tile.state];
  const { lines, size } = fitName(tile.name, width * 0.84, width * 0.9, 15);
  return (
    <text
      textAnchor="middle"
      fontSize="0"
      {...unheard}
      {...(halo ? { stroke: halo, strokeWidth: 5, strokeLinejoin: 'round', paintOrder: 'stroke' } : {})}
      className={`font-semibold ${letterFill(tile.state, tile.percent)} ${onlyLarge}`}
    >
      {lines.map((line, index) => (
        <Fragment key={line}>
          <tspan x="0" y={(index - lines.length + 1) * 16.5 + 4.5} fontSize={size}>
            {line}
          </tspan>{' '}
        </Fragment>
      ))}
      <tspan x="0" y="24" fontSize="15" className="font-bold">
        {shortWord(locale, tile)}
      </tspan>{' '}
    </text>
  );
}
