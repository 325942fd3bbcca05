import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import { writtenOnce } from '@/components/layout/ready/written-once';
import type { CoverageLevel } from '@/domain/coverage/coverage';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { type BearingName, bearingNames } from './bearings';
import { type Box, boundsOf, centerOf, type HexagonTile, radiusOf, rowsOf, viewBoxOf } from './hexagon';
import {
  Blank,
  onlyLarge,
  onlySmall,
  type PatternIds,
  patternIds,
  Tile,
  TileFrame,
  TilePatterns,
  TileShape,
  TileText,
  unheard,
} from './tile';
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
  /** The tiles bear names and numbers where there is room for them. */
  named?: boolean;
  className: string;
  /** parts drawn over the tiles */
  children?: ReactNode;
};

/** A picture would keep its links to itself; a group hands them on to those who listen. */
const grouped = { role: 'group' } as const;

/** The tiles of one drawing of the map, row by row, each a link: moved to its place, so that all are drawn alike. */
export function MapDrawing(props: MapDrawingProps) {
  const { locale, tiles, current, level = 'sub_association', hrefOf, label, width, named = false, children } = props;
  const t = useTranslations('charts') as ChartWords;
  const drawing = `map${useId()}`;
  const shape = `${drawing}-tile`;
  const patterns = { bare: patternIds(drawing), named: patternIds(`${drawing}-named`) };
  const framed = tiles.filter(({ code }) => (props.framed ?? [current]).includes(code));
  const to = hrefOf ?? (({ slug }: HexagonTile) => hrefTo(locale, 'commune', { slug }));
  return (
    <svg
      {...grouped}
      viewBox={viewBoxOf(props.view)}
      className={`h-auto overflow-visible font-sans honeycomb ${props.className}`}
    >
      <title>{label}</title>
      <TileShape id={shape} radius={radiusOf(width)} />
      <TilePatterns {...patterns.bare} scale={named ? width / smallWidth : 1} />
      {named && <TilePatterns {...patterns.named} />}
      {rowsOf(tiles).map((row) => (
        <g key={row[0]?.code} {...movedTo(0, centerOf(row[0] ?? { q: 0, r: 0 }, width).y)}>
          {row.map((tile) => (
            <TileLink
              key={tile.code}
              t={t}
              locale={locale}
              level={level}
              tile={tile}
              width={width}
              patterns={patterns}
              shape={shape}
              named={named}
              href={to(tile)}
              isCurrent={tile.code === current}
            />
          ))}
        </g>
      ))}
      {framed.map((tile) => (
        <TileFrame key={tile.code} at={centerOf(tile, width)} radius={radiusOf(width)} />
      ))}
      {children}
    </svg>
  );
}

type TileLinkProps = NamedTileProps & {
  t: ChartWords;
  level: CoverageLevel;
  named: boolean;
  href: string;
  isCurrent: boolean;
};

/** A place of the map, with its figure in words. Of a hundred of them hardly one has changed when the map is drawn anew. */
const TileLink = writtenOnce(
  ({ t, level, named, href, isCurrent, ...drawn }: TileLinkProps) => {
    const { locale, tile, width, patterns, shape } = drawn;
    const value = [stateWord(t, locale, tile, level), tile.note?.words].filter(Boolean).join(', ');
    return (
      <a href={href} {...movedTo(centerOf(tile, width).x)} {...(isCurrent ? { 'aria-current': 'true' as const } : {})}>
        <title>{t('map.tile', { name: tile.name, value })}</title>
        {named ? (
          <NamedTile {...drawn} />
        ) : (
          <Tile {...tile} radius={radiusOf(width)} patterns={patterns.bare} shape={shape} />
        )}
      </a>
    );
  },
  ({ locale, level, named, href, isCurrent, width, shape, tile: { code, name, q, r, state, percent, note } }) =>
    JSON.stringify([locale, level, named, href, isCurrent, width, shape, code, name, q, r, state, percent, note]),
);

/** Types know links of texts only, which are not moved. */
const movedTo = (...steps: number[]) => ({
  transform: `translate(${steps.map((step) => Math.round(step * 10) / 10).join(' ')})`,
});

type NamedTileProps = {
  locale: Locale;
  tile: HexagonTile;
  width: number;
  patterns: { bare: PatternIds; named: PatternIds };
  shape: string;
};

/** A tile for both sizes: patterns and signs make room for the name where it is shown. */
function NamedTile({ locale, tile, width, patterns, shape }: NamedTileProps) {
  const bare = <Tile {...tile} radius={radiusOf(width)} shape={shape} patterns={patterns.bare} />;
  return (
    <>
      {tile.state === 'some' || tile.state === 'no_units' ? (
        bare
      ) : (
        <>
          <g className={onlySmall}>{bare}</g>
          <g className={onlyLarge}>
            <Tile {...tile} radius={radiusOf(width)} shape={shape} patterns={patterns.named} ring />
          </g>
        </>
      )}
      <TileText locale={locale} tile={tile} width={width} />
    </>
  );
}

export const smallWidth = 32;

/** The map for phones: no text in the tiles, and four names around them for bearing. */
export function SmallMapDrawing(props: Omit<MapDrawingProps, 'width' | 'view' | 'named' | 'children'>) {
  const box = boundsOf(props.tiles, smallWidth, 3);
  return (
    <MapDrawing {...props} width={smallWidth} view={{ ...box, y: box.y - 22, height: box.height + 22 }}>
      <Bearings names={bearingNames(props.tiles, smallWidth)} size={16} />
    </MapDrawing>
  );
}

type BearingsProps = { names: readonly BearingName[]; size: number; className?: string };

/** Names around the small map. */
export const Bearings = ({ names, size, className = '' }: BearingsProps) => (
  <g fontSize={size} className={`fill-ink font-semibold ${className}`} {...unheard}>
    {names.map(({ code, name, x, y, anchor }) => (
      <text key={code} x={x} y={y} textAnchor={anchor}>
        {name}
        <Blank />
      </text>
    ))}
  </g>
);
