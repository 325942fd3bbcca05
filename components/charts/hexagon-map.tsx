import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { CoverageLevel } from '@/domain/coverage/coverage';
import { formatPercent } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { bearingNames } from './bearings';
import {
  boundsOf,
  centerOf,
  type GridPlace,
  inReadingOrder,
  radiusOf,
  type TileState,
  viewBoxOf,
  wholePercent,
} from './hexagon';
import { letterFill, patternIds, Tile, TileFrame, TilePatterns, unheard } from './tile';
import { fitName } from './tile-name';
import { type ChartWords, stateWord } from './tile-words';

export type HexagonTile = GridPlace & {
  code: string;
  name: string;
  slug: string;
  state: TileState;
  /** With one decimal; null unless the state is `some` or `zero`. */
  percent: number | null;
};

type HexagonMapProps = {
  locale: Locale;
  tiles: readonly HexagonTile[];
  /** Code of the commune one looks at. */
  current?: string;
  /** `large` bears names and numbers where there is room for them and is the small map elsewhere. */
  size: 'large' | 'small';
  level?: CoverageLevel;
  hrefOf?: (tile: HexagonTile) => string;
};

const hover =
  '[&_a:hover>polygon]:stroke-ink [&_a:hover>polygon]:[stroke-width:2.5] [&_a:focus-visible>polygon]:stroke-ink [&_a:focus-visible>polygon]:[stroke-width:3]';

/** The province as a honeycomb: every commune a tile of equal rank, each a link to its page. */
export function HexagonMap({ size, ...props }: HexagonMapProps) {
  const t = useTranslations('charts') as ChartWords;
  const label = t('map.label', { count: props.tiles.length });
  if (size === 'small')
    return (
      <nav aria-label={label}>
        <MapDrawing {...props} label={label} width={32} className="w-full" />
      </nav>
    );
  return (
    <nav aria-label={label} className="@container">
      <MapDrawing {...props} label={label} width={74} named className="hidden w-full @min-[660px]:block" />
      <MapDrawing {...props} label={label} width={32} className="mx-auto w-full max-w-[30rem] @min-[660px]:hidden" />
    </nav>
  );
}

type MapDrawingProps = Omit<HexagonMapProps, 'size'> & {
  label: string;
  width: number;
  named?: boolean;
  className: string;
};

function MapDrawing({
  locale,
  tiles,
  current,
  level = 'sub_association',
  hrefOf,
  label,
  width,
  named = false,
  className,
}: MapDrawingProps) {
  const t = useTranslations('charts') as ChartWords;
  const patterns = patternIds(`map${useId()}`);
  const box = boundsOf(tiles, width, 3);
  const view = named ? box : { ...box, y: box.y - 22, height: box.height + 22 };
  const shown = tiles.find(({ code }) => code === current);
  const to = hrefOf ?? (({ slug }: HexagonTile) => hrefTo(locale, 'commune', { slug }));
  const words = (tile: HexagonTile) => t('map.tile', { name: tile.name, value: stateWord(t, locale, tile, level) });
  return (
    <svg
      viewBox={viewBoxOf(view)}
      className={`h-auto overflow-visible font-sans [print-color-adjust:exact] ${hover} ${className}`}
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
      {shown && <TileFrame at={centerOf(shown, width)} radius={radiusOf(width)} />}
      {!named &&
        bearingNames(tiles, width).map(({ code, name, x, y, anchor }) => (
          <text key={code} x={x} y={y} textAnchor={anchor} className="fill-ink text-[16px] font-semibold" {...unheard}>
            {name}
          </text>
        ))}
    </svg>
  );
}

const shortWord = (locale: Locale, { state, percent }: HexagonTile): string => {
  if (state === 'fewer_than_five') return '<5';
  return percent === null ? '–' : formatPercent(locale, wholePercent(percent));
};

/** Name and number in a large tile. The title has said them already, so they are not read twice. */
function TileText({ locale, tile, width }: { locale: Locale; tile: HexagonTile; width: number }) {
  const { x, y } = centerOf(tile, width);
  const halo = { not_reported: '#F1E7D6', fewer_than_five: '#FFFDF7' }[tile.state as string];
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
        <tspan key={line} x={x} y={y + (index - lines.length + 1) * 16 + 5}>
          {line}
        </tspan>
      ))}
      <tspan x={x} y={y + 24} fontSize="15" className="font-bold">
        {shortWord(locale, tile)}
      </tspan>
    </text>
  );
}
