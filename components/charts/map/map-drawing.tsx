import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import type { CoverageLevel } from '@/domain/coverage/coverage';
import { formatPercent } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { bearingNames } from './bearings';
import {
  type Box,
  boundsOf,
  centerOf,
  type HexagonTile,
  inReadingOrder,
  radiusOf,
  type TileState,
  viewBoxOf,
  wholePercent,
} from './hexagon';
import { Blank, letterFill, patternIds, Tile, TileFrame, TilePatterns, unheard } from './tile';
import { fitName } from './tile-name';
import { type ChartWords, stateWord } from './tile-words';

export type MapProps = {
  locale: Locale;
  tiles: readonly HexagonTile[];
  /** Code of the commune one looks at. */
  current?: string | undefined;
  level?: CoverageLevel | undefined;
  hrefOf?: ((tile: HexagonTile) => string) | undefined;
};

type MapDrawingProps = MapProps & {
  label: string;
  /** the width of a tile */
  width: number;
  view: Box;
  /** Codes of the communes to frame; by default the current one. */
  framed?: readonly (string | undefined)[];
  named?: boolean;
  className: string;
  /** parts drawn over the tiles */
  children?: ReactNode;
};

const linked = [
  '[&_a]:no-underline',
  '[&_a:hover>polygon]:stroke-ink [&_a:hover>polygon]:[stroke-width:2.5]',
  '[&_a:focus-visible>polygon]:stroke-ink [&_a:focus-visible>polygon]:[stroke-width:3]',
].join(' ');

/** A picture would keep its links to itself; a group hands them on to those who listen. */
const grouped = { role: 'group' } as const;

/** The tiles of one drawing of the map, in reading order, each a link. */
export function MapDrawing(props: MapDrawingProps) {
  const { locale, tiles, current, level = 'sub_association', hrefOf, label, width, named = false, children } = props;
  const t = useTranslations('charts') as ChartWords;
  const patterns = patternIds(`map${useId()}`);
  const framed = tiles.filter(({ code }) => (props.framed ?? [current]).includes(code));
  const to = hrefOf ?? (({ slug }: HexagonTile) => hrefTo(locale, 'commune', { slug }));
  const words = (tile: HexagonTile) => t('map.tile', { name: tile.name, value: stateWord(t, locale, tile, level) });
  return (
    <svg
      {...grouped}
      viewBox={viewBoxOf(props.view)}
      className={`h-auto overflow-visible font-sans [print-color-adjust:exact] ${linked} ${props.className}`}
    >
      <title>{label}</title>
      <TilePatterns {...patterns} />
      {inReadingOrder(tiles).map((tile) => (
        <a
          key={tile.code}
          href={to(tile)}
          aria-label={words(tile)}
          {...(tile.code === current ? { 'aria-current': 'true' as const } : {})}
        >
          <title>{words(tile)}</title>
          <Tile {...tile} at={centerOf(tile, width)} radius={radiusOf(width)} patterns={patterns} ring={named} />
          {named && <TileText locale={locale} tile={tile} width={width} />}
        </a>
      ))}
      {framed.map((tile) => (
        <TileFrame key={tile.code} at={centerOf(tile, width)} radius={radiusOf(width)} />
      ))}
      {children}
    </svg>
  );
}

const smallWidth = 32;

/** The map for phones: no text in the tiles, and four names around them for bearing. */
export function SmallMapDrawing(props: Omit<MapDrawingProps, 'width' | 'view' | 'named' | 'children'>) {
  const box = boundsOf(props.tiles, smallWidth, 3);
  return (
    <MapDrawing {...props} width={smallWidth} view={{ ...box, y: box.y - 22, height: box.height + 22 }}>
      {bearingNames(props.tiles, smallWidth).map(({ code, name, x, y, anchor }) => (
        <text key={code} x={x} y={y} textAnchor={anchor} className="fill-ink font-semibold text-[16px]" {...unheard}>
          {name}
          <Blank />
        </text>
      ))}
    </MapDrawing>
  );
}

const shortWord = (locale: Locale, { state, percent }: HexagonTile): string => {
  if (state === 'fewer_than_five') return '<5';
  return percent === null ? '–' : formatPercent(locale, wholePercent(percent));
};

/** Keeps a name readable where it runs into the pattern around the plain middle. */
const halos: Partial<Record<TileState, string>> = { not_reported: '#F1E7D6', fewer_than_five: '#FFFDF7' };

/** Name and number in a large tile. The link's label has said them already, so they are not read twice. */
function TileText({ locale, tile, width }: { locale: Locale; tile: HexagonTile; width: number }) {
  const { x, y } = centerOf(tile, width);
  const halo = halos[tile.state];
  const { lines, size } = fitName(tile.name, width * 0.84, width * 0.9, 15);
  return (
    <text
      textAnchor="middle"
      fontSize={size}
      {...unheard}
      {...(halo ? { stroke: halo, strokeWidth: 5, strokeLinejoin: 'round', paintOrder: 'stroke' } : {})}
      className={`font-semibold ${letterFill(tile.state, tile.percent)}`}
    >
      {lines.map((line, index) => (
        <tspan key={line} x={x} y={y + (index - lines.length + 1) * 16.5 + 4.5}>
          {line}
          <Blank />
        </tspan>
      ))}
      <tspan x={x} y={y + 24} fontSize="15" className="font-bold">
        {shortWord(locale, tile)}
        <Blank />
      </tspan>
    </text>
  );
}
