import { GuideShapes } from '@/components/guides/guide-drawing';
import { Icon, type IconName } from '@/components/ui/icon';
import { cornersOf, type Point } from '../../charts/map/hexagon';
import { BrandMark } from '../brand';
import type { Box } from './card-layout';
import { widthOf } from './card-letters';
import type { CardPicture } from './share-card';

export const colours = {
  paper: '#FBF5E8',
  ink: '#2B1230',
  pomelo: '#F4C431',
  mist: '#F8C9D8',
  plum: '#3A1742',
  rubber: '#1D5536',
  card: '#FFFDF7',
  rule: '#D9C8AC',
} as const;

/** Patterns that parts of a card are filled with: the khăn rằn along the edge, the stripes of what is made up. */
export const Patterns = () => (
  <defs>
    <pattern id="cloth" width="20" height="20" patternUnits="userSpaceOnUse">
      <rect width="20" height="20" fill={colours.paper} />
      <path d="M0 0h10v20H0Z" fill={colours.plum} opacity=".66" />
      <path d="M0 10h20v10H0Z" fill={colours.plum} opacity=".66" />
    </pattern>
    <pattern id="made-up" width="17" height="17" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
      <rect width="17" height="17" fill="#FBEDB9" />
      <rect width="8.5" height="17" fill="#F7E3A0" />
    </pattern>
  </defs>
);

/** The mark and the name of the portal, which stays Vietnamese. */
export function Brand({ x, y, size }: { x: number; y: number; size: number }) {
  return (
    <g transform={`translate(${x} ${y}) scale(${size / 32})`}>
      <svg width="52" height="60" viewBox="0 0 58 66" aria-hidden="true">
        <BrandMark on="plum" />
      </svg>
      <text x="74" y="42" fontFamily="Literata" fontSize="32" fontWeight="700" fill={colours.paper}>
        Phụ nữ số
      </text>
      <text x={74 + 32 * widthOf('Phụ nữ số ', 'serif')} y="42" fontFamily="Literata" fontSize="32" fill={colours.mist}>
        Đồng Nai
      </text>
    </g>
  );
}

/** How signs are drawn on a page, which says it in its styles. */
const sign = {
  fill: 'none',
  stroke: colours.ink,
  strokeWidth: 2,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
  color: colours.ink,
} as const;

/** The tile of the commune, with the icon of what it is about. */
export function Lit({ at, radius, icon }: { at: Point; radius: number; icon: IconName }) {
  const size = radius * 0.95;
  return (
    <>
      <polygon points={cornersOf(at, radius)} fill={colours.pomelo} />
      <g transform={`translate(${at.x - size / 2} ${at.y - size / 2})`} {...sign}>
        <Icon name={icon} size={size} />
      </g>
    </>
  );
}

type EdgeProps = Box & { tile: Point & { radius: number }; icon: IconName };

/** Where a picture that was taken meets the words: a line, and on it the tile that says what the card is about. */
export function TakenEdge({ x, y, width, height, tile: { radius, ...at }, icon }: EdgeProps) {
  const isUpright = height > width;
  return (
    <>
      <path
        d={isUpright ? `M${x - 8} ${y}h8v${height}h-8Z` : `M${x} ${y - 8}h${width}v8H${x}Z`}
        fill={colours.pomelo}
      />
      <Lit at={at} radius={radius} icon={icon} />
    </>
  );
}

/** A number large in the tile of its place. */
export function Figure({ at, radius, figure }: { at: Point; radius: number; figure: string }) {
  const size = Math.min(radius * 0.62, (radius * 1.5) / widthOf(figure, 'sans'));
  return (
    <>
      <polygon points={cornersOf(at, radius)} fill={colours.pomelo} />
      <text x={at.x} y={at.y + size * 0.36} textAnchor="middle" fontSize={size} fontWeight="700" fill={colours.ink}>
        {figure}
      </text>
    </>
  );
}

type PhoneProps = { picture: Extract<CardPicture, { kind: 'phone' }>; x: number; y: number; scale: number };

/** The phone that stands for a guide in lists. */
export const CardPhone = ({ picture: { drawing, topic }, x, y, scale }: PhoneProps) => (
  <g transform={`translate(${x} ${y}) scale(${scale})`}>
    <GuideShapes drawing={drawing} topic={topic ?? undefined} at={0} sign={sign} />
  </g>
);

type LeafProps = { leaf: Extract<CardPicture, { kind: 'leaf' }>; x: number; y: number; scale: number };

/** The day of a class as a leaf torn from the calendar. */
export function Leaf({ leaf, x, y, scale }: LeafProps) {
  const words = { x: 150, textAnchor: 'middle', fill: colours.ink } as const;
  return (
    <g transform={`translate(${x} ${y}) scale(${scale})`}>
      <rect x="6" y="10" width="300" height="340" rx="10" fill={colours.rule} />
      <rect width="300" height="340" rx="10" fill={colours.card} />
      <path d="M0 10a10 10 0 0 1 10-10h280a10 10 0 0 1 10 10v62H0Z" fill={colours.rubber} />
      <text {...words} y="48" fontSize="32" fontWeight="600" fill={colours.paper}>
        {leaf.weekday}
      </text>
      <text {...words} y="196" fontFamily="Literata" fontSize="132" fontWeight="700" fill={colours.rubber}>
        {leaf.day}
      </text>
      <text {...words} y="252" fontSize="30" fontWeight="600">
        {leaf.month}
      </text>
      <path d="M24 274h252" stroke={colours.rule} strokeWidth="2" />
      <text {...words} y="317" fontSize={Math.min(30, 270 / widthOf(leaf.times, 'sans'))} fontWeight="600">
        {leaf.times}
      </text>
    </g>
  );
}

/** That it is made up, wherever the card goes. */
export function MadeUp({ words, right, y }: { words: string; right: number; y: number }) {
  const width = widthOf(words, 'sans') * 24 + 44;
  return (
    <>
      <rect x={right - width} y={y} width={width} height="48" fill="url(#made-up)" />
      <text x={right - width + 22} y={y + 32} fontSize="24" fontWeight="600" fill={colours.ink}>
        {words}
      </text>
    </>
  );
}
