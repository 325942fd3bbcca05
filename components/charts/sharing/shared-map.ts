import type { BoundariesOnDay } from '@/domain/boundaries/boundaries';
import { placeAreas } from '@/domain/boundaries/placing';
import type { CoverageLevel } from '@/domain/coverage/coverage';
import type { Locale } from '@/i18n/locales';
import { drawBoundaries } from '../boundaries/boundary-geometry';
import { type Box, boundsOf, centerOf, cornersOf, type HexagonTile, plainFill, radiusOf } from '../map/hexagon';
import { fitName } from '../map/tile-name';
import { type ChartWords, shortWord } from '../map/tile-words';
import type { Drawing } from '../saving/saved-svg';
import { element, hatch, letterLook, lookOf, words } from './marks';

type MapProps = { locale: Locale; tiles: readonly HexagonTile[]; level: CoverageLevel; t: ChartWords };

const TILE = 74;
const LEGEND_HEIGHT = 104;

/** The honeycomb with names, numbers and its legend. */
export function sharedMap({ locale, tiles, level, t }: MapProps): Drawing {
  const box = boundsOf(tiles, TILE, 3);
  const drawn = tiles.map((tile) => {
    const at = centerOf(tile, TILE);
    const { lines, size } = fitName(tile.name, TILE * 0.84, TILE * 0.9, 15);
    const look = letterLook(tile);
    const ring =
      tile.state === 'not_reported'
        ? element('polygon', { points: cornersOf(at, radiusOf(TILE) * 0.8), fill: '#F1E7D6' })
        : '';
    const name = lines.map((line, index) =>
      words(line, { ...look, x: at.x, y: at.y + (index - lines.length + 1) * 16.5 + 4.5, 'font-size': size }),
    );
    const value = words(shortWord(locale, tile), {
      ...look,
      x: at.x,
      y: at.y + 24,
      'font-size': 15,
      'font-weight': 700,
    });
    return (
      element('polygon', { points: cornersOf(at, radiusOf(TILE)), ...lookOf(tile) }) + ring + name.join('') + value
    );
  });
  return withLegend(box, drawn.join(''), level, t);
}

/** The map of boundaries with what has room, and its legend. */
export function sharedBoundaries({
  locale,
  tiles,
  level,
  t,
  boundaries,
}: MapProps & { boundaries: BoundariesOnDay }): Drawing {
  const { width, height, areas } = drawBoundaries(boundaries.id, boundaries.topology);
  const codes = areas.map(({ code }) => code);
  const { areasOf, blank } = placeAreas(
    codes,
    tiles.map(({ code }) => code),
    boundaries.heirs,
  );
  const area = new Map(areas.map((each) => [each.code, each]));
  const empty = blank.map((code) => element('path', { d: area.get(code)?.path, fill: 'none', stroke: '#d9cbb4' }));
  const places = tiles.map((tile) => {
    const own = (areasOf.get(tile.code) ?? []).flatMap((code) => area.get(code) ?? []);
    const [first] = own;
    if (!first) return '';
    const { lines, size } = fitName(tile.name, first.room * 2, first.room * 2.2, 15);
    const named = size >= 11.5 && first.room > 20 ? lines : [];
    const top = first.at.y - (named.length * 16) / 2;
    const look = { ...letterLook(tile), x: first.at.x };
    return (
      own.map(({ path }) => element('path', { d: path, 'stroke-linejoin': 'round', ...lookOf(tile) })).join('') +
      named.map((line, index) => words(line, { ...look, y: top + index * 16 + 4.5, 'font-size': size })).join('') +
      (first.room >= 14
        ? words(shortWord(locale, tile), { ...look, y: top + named.length * 16 + 4.5, 'font-size': 14 })
        : '')
    );
  });
  return withLegend({ x: 0, y: 0, width, height }, empty.join('') + places.join(''), level, t);
}

/** The five steps of the scale, and the states that have no share. */
function withLegend(box: Box, inner: string, level: CoverageLevel, t: ChartWords): Drawing {
  const top = box.y + box.height + 28;
  const width = Math.min(110, box.width / 7);
  const steps = ([1, 2, 3, 4, 5] as const).map(
    (step, at) =>
      element('rect', {
        x: box.x + at * width,
        y: top,
        width: width - 4,
        height: 18,
        fill: plainFill[step],
        stroke: '#CFA06A',
      }) + words(t(`legend.step${step}`), { x: box.x + at * width, y: top + 36, 'font-size': 15 }),
  );
  const states = (['zero', 'not_reported', 'no_units'] as const).map((state, at) => {
    const y = top + 56 + Math.floor(at / 2) * 28;
    const x = box.x + (at % 2) * (box.width / 2);
    return (
      element('rect', { x, y, width: 24, height: 18, ...lookOf({ state, percent: null }) }) +
      words(t(`legend.${state}`, { level }), { x: x + 34, y: y + 15, 'font-size': 15 })
    );
  });
  return { ...box, height: box.height + 28 + LEGEND_HEIGHT, inner: hatch + inner + steps.join('') + states.join('') };
}
