import type { Locale } from '@/i18n/locales';
import { type HexagonTile, halos } from '../map/hexagon';
import { Blank, letterFill, unheard } from '../map/tile';
import { fitName } from '../map/tile-name';
import { shortWord } from '../map/tile-words';
import type { DrawnArea } from './boundary-geometry';

/** Smaller letters would not be read: a place that has no room for larger ones bears its number alone, or nothing. */
const SMALLEST = 11.5;
const LARGEST = 15;
const NUMBER_ROOM = 14;

type AreaTextProps = { locale: Locale; tile: HexagonTile; area: DrawnArea; className: string };

/** Name and number where an area has most room. The link's label has said them already, so they are not read twice. */
export function AreaText({ locale, tile, area, className }: AreaTextProps) {
  const { at, room } = area;
  if (room < NUMBER_ROOM) return null;
  const { lines, size } = fitName(tile.name, room * 2, room * 2.2, LARGEST);
  const named = size >= SMALLEST && room > 20 ? lines : [];
  const halo = halos[tile.state];
  const top = at.y - (named.length * 16) / 2;
  return (
    <text
      textAnchor="middle"
      fontSize={size}
      {...unheard}
      {...(halo ? { stroke: halo, strokeWidth: 5, strokeLinejoin: 'round', paintOrder: 'stroke' } : { stroke: 'none' })}
      className={`font-semibold ${letterFill(tile.state, tile.percent)} ${className}`}
    >
      {named.map((line, index) => (
        <tspan key={line} x={at.x} y={top + index * 16 + 4.5}>
          {line}
          <Blank />
        </tspan>
      ))}
      <tspan x={at.x} y={top + named.length * 16 + 4.5} fontSize="14" className="font-bold">
        {shortWord(locale, tile)}
        <Blank />
      </tspan>
    </text>
  );
}
