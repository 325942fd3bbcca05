import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { CoverageLevel } from '@/domain/coverage/coverage';
import { neighboursOf } from '@/domain/units/neighbour';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import type { HexagonTile } from './hexagon';
import { boundsOf, centerOf, outlinesOf, radiusOf, viewBoxOf } from './hexagon';
import { patternIds, Tile, TileFrame, TilePatterns } from './tile';
import { type ChartWords, stateWord } from './tile-words';

type LocatorProps = {
  locale: Locale;
  tiles: readonly HexagonTile[];
  /** Code of the commune to find. */
  current: string;
  level?: CoverageLevel;
};

const width = 32;

/** The communes that truly border one, longest border first, as tiles of the map. */
const bordering = (code: string, tiles: readonly HexagonTile[]) =>
  neighboursOf(code).flatMap((other) => tiles.find((tile) => tile.code === other) ?? []);

/** The place of a commune: itself and those that border it in the colours of their coverage, all others plain. */
export function Locator({ locale, tiles, current, level = 'sub_association' }: LocatorProps) {
  const t = useTranslations('charts') as ChartWords;
  const patterns = patternIds(`locator${useId()}`);
  const here = tiles.find(({ code }) => code === current);
  if (!here) return null;
  const near = bordering(current, tiles);
  const label = t('locator.label', { name: here.name, names: near.map(({ name }) => name).join(', ') });
  const lit = new Set([here, ...near]);
  const others = tiles.filter((tile) => !lit.has(tile)).map((tile) => centerOf(tile, width));
  const words = [here, ...near].map((tile) =>
    t('map.tile', { name: tile.name, value: stateWord(t, locale, tile, level) }),
  );
  return (
    <svg
      viewBox={viewBoxOf(boundsOf(tiles, width, 3))}
      role="img"
      aria-label={`${label} ${words.join('; ')}.`}
      className="h-auto w-full [print-color-adjust:exact]"
    >
      <TilePatterns {...patterns} />
      <path d={outlinesOf(others, radiusOf(width))} className="fill-comb forced-colors:stroke-[CanvasText]" />
      {[...lit].map((tile) => (
        <Tile key={tile.code} {...tile} at={centerOf(tile, width)} radius={radiusOf(width)} patterns={patterns} />
      ))}
      <TileFrame at={centerOf(here, width)} radius={radiusOf(width)} />
    </svg>
  );
}

/** The numbers of the locator as a list of links to the communes that border this one. */
export const NeighbourList = ({ tiles, current, ...shown }: LocatorProps) => (
  <PlaceShares tiles={bordering(current, tiles)} {...shown} />
);

type SharesProps = Omit<LocatorProps, 'current'> & { current?: string };

/** Places with their shares, each a link to its page but for the one that is read. */
export function PlaceShares({ locale, tiles, current, level = 'sub_association' }: SharesProps) {
  const t = useTranslations('charts') as ChartWords;
  return (
    <ul className="break-inside-avoid">
      {tiles.map((tile) => (
        <li key={tile.code} className="flex min-h-11 items-center justify-between gap-4 border-rule border-b">
          {tile.code === current ? (
            <b aria-current="page">{tile.name}</b>
          ) : (
            <a
              href={hrefTo(locale, 'commune', { slug: tile.slug })}
              className="inline-flex min-h-11 items-center underline underline-offset-[.22em]"
            >
              {tile.name}
            </a>
          )}{' '}
          <span className="tabular-nums">{stateWord(t, locale, tile, level)}</span>
        </li>
      ))}
    </ul>
  );
}
