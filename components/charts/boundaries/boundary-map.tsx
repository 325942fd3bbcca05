import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { DrawnBoundaries } from '@/domain/boundaries/boundaries';
import { type Placing, placeAreas } from '@/domain/boundaries/placing';
import { hrefTo } from '@/i18n/routes';
import { type HexagonTile, rowsOf } from '../map/hexagon';
import type { MapProps } from '../map/map-drawing';
import { PastMap } from '../map/past-map';
import { onlyLarge, onlySmall, patternIds, Tile, TilePatterns, unheard } from '../map/tile';
import { type ChartWords, stateWord } from '../map/tile-words';
import { AreaText } from './area-text';
import { type BoundaryDrawing, type DrawnArea, drawBoundaries } from './boundary-geometry';

type BoundaryMapProps = MapProps & {
  boundaries: Pick<DrawnBoundaries, 'id' | 'topology'> & { heirs: Record<string, string> };
};

/** A picture would keep its links to itself; a group hands them on to those who listen. */
const grouped = { role: 'group' } as const;

/** The communes by their true boundaries: the same links, words and looks as the tiles have, in the same order. */
export function BoundaryMap({ boundaries, ...props }: BoundaryMapProps) {
  const t = useTranslations('charts');
  const drawing = drawBoundaries(boundaries.id, boundaries.topology);
  const placing = placeAreas(
    drawing.areas.map(({ code }) => code),
    props.tiles.map(({ code }) => code),
    boundaries.heirs,
  );
  const label = t('map.boundariesLabel', { count: props.tiles.length });
  return (
    <nav aria-label={label} className="@container">
      <PastMap>
        <Drawing {...props} label={label} drawing={drawing} placing={placing} />
      </PastMap>
      <Undrawn {...props} placing={placing} />
    </nav>
  );
}

type DrawingProps = MapProps & { label: string; drawing: BoundaryDrawing; placing: Placing };

function Drawing({ label, drawing, placing, ...map }: DrawingProps) {
  const id = `land${useId()}`;
  const shapeOf = (code: string) => `${id}-${code}`;
  const areas = new Map(drawing.areas.map((area) => [area.code, area]));
  const ofPlace = (code: string) => (placing.areasOf.get(code) ?? []).flatMap((area) => areas.get(area) ?? []);
  return (
    <svg
      {...grouped}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      className="mx-auto h-auto w-full max-w-[50rem] overflow-visible font-sans honeycomb print:max-w-[26rem]"
    >
      <title>{label}</title>
      <defs fill="none">
        {drawing.areas.map(({ code, path }) => (
          <path key={code} id={shapeOf(code)} d={path} vectorEffect="non-scaling-stroke" />
        ))}
      </defs>
      <TilePatterns {...patternIds(id)} scale={1.6} />
      {/* paper between two places of one colour */}
      <g stroke="#fffdf7" strokeLinejoin="round">
        {placing.blank.map((code) => (
          <use key={code} href={`#${shapeOf(code)}`} fill="transparent" className="stroke-rule" />
        ))}
        {rowsOf(map.tiles)
          .flat()
          .map((tile) => (
            <Place key={tile.code} {...map} tile={tile} areas={ofPlace(tile.code)} id={id} />
          ))}
      </g>
      {map.current && ofPlace(map.current).map(({ code }) => <AreaFrame key={code} shape={shapeOf(code)} />)}
    </svg>
  );
}

type PlaceProps = MapProps & { tile: HexagonTile; areas: readonly DrawnArea[]; id: string };

/** One place with all that is its own on the day, as one link. */
function Place({ locale, level = 'sub_association', hrefOf, current, tile, areas, id }: PlaceProps) {
  const t = useTranslations('charts') as ChartWords;
  const [first] = areas;
  if (!first) return null;
  const value = [stateWord(t, locale, tile, level), tile.note?.words].filter(Boolean).join(', ');
  const to = hrefOf ?? (({ slug }: HexagonTile) => hrefTo(locale, 'commune', { slug }));
  return (
    <a href={to(tile)} {...(tile.code === current ? { 'aria-current': 'true' as const } : {})}>
      <title>{t('map.tile', { name: tile.name, value })}</title>
      {areas.map((area) => (
        <Area key={area.code} tile={tile} area={area} id={id} />
      ))}
      <AreaText locale={locale} tile={tile} area={first} className={onlyLarge} />
    </a>
  );
}

type AreaProps = { tile: HexagonTile; area: DrawnArea; id: string };

/** One area in the look of its place; the circle of a zero gives way to the name where that is shown. */
function Area({ tile, area: { code, at, room }, id }: AreaProps) {
  const look = { ...tile, at, radius: Math.min(30, room), shape: `${id}-${code}`, patterns: patternIds(id) };
  if (tile.state !== 'zero') return <Tile {...look} />;
  return (
    <>
      <g className={onlySmall}>
        <Tile {...look} />
      </g>
      <g className={onlyLarge}>
        <Tile {...look} ring />
      </g>
    </>
  );
}

/** The frame of the place one looks at: ink with a pomelo line inside. */
const AreaFrame = ({ shape }: { shape: string }) => (
  <g fill="none" strokeLinejoin="round" pointerEvents="none" {...unheard}>
    <use href={`#${shape}`} strokeWidth="5" className="stroke-ink" />
    <use href={`#${shape}`} strokeWidth="2.4" className="stroke-pomelo" />
  </g>
);

/** What this edition does not draw on the day: places without an area as links, and areas that are nobody's. */
function Undrawn({ locale, tiles, level = 'sub_association', hrefOf, placing }: MapProps & { placing: Placing }) {
  const t = useTranslations('charts') as ChartWords;
  const missing = tiles.filter(({ code }) => placing.undrawn.includes(code));
  const to = hrefOf ?? (({ slug }: HexagonTile) => hrefTo(locale, 'commune', { slug }));
  return (
    <>
      {missing.length > 0 && (
        <div className="mt-4">
          <p>{t('map.undrawn', { count: missing.length })}</p>
          <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-1">
            {missing.map((tile) => (
              <li key={tile.code}>
                <a href={to(tile)} className="inline-flex min-h-11 items-center">
                  {t('map.tile', { name: tile.name, value: stateWord(t, locale, tile, level) })}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {placing.blank.length > 0 && <p className="mt-3">{t('map.blank', { count: placing.blank.length })}</p>}
    </>
  );
}
