import { compareNames, formatNumber, formatPercent } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { coverStep, type HexagonTile, plainFill } from '../map/hexagon';
import type { ChartWords } from '../map/tile-words';
import { rankWord } from '../ranking-words';
import type { Drawing } from '../saving/saved-svg';
import { type RankedPlace, rankPlaces } from '../series';
import { comb, element, words } from './marks';

type RankingProps = { locale: Locale; tiles: readonly HexagonTile[]; t: ChartWords };

const COLUMN = 540;
const LINE = 44;
const TOP = 44;
const BAR = { x: 250, width: 210 };

/** Places that lead and places where hands are needed, side by side. */
export function sharedRanking({ locale, tiles, t }: RankingProps): Drawing {
  const { leading, joining } = rankPlaces(tiles, compareNames);
  const lists = [
    { title: t('ranking.leading'), places: leading },
    { title: t('ranking.joining'), places: joining },
  ].filter(({ places }) => places.length > 0);
  const inner = lists.map(({ title, places }, at) => {
    const rows = places.map((place, index) => rowOf(locale, place, TOP + index * LINE));
    const heading = words(title, { x: 0, y: 20, 'font-size': 20, 'font-weight': 700 });
    return element('g', { transform: `translate(${at * (COLUMN + 40)} 0)` }, heading + rows.join(''));
  });
  const longest = Math.max(0, ...lists.map(({ places }) => places.length));
  const note = words(t('ranking.tie'), { x: 0, y: TOP + longest * LINE + 22, 'font-size': 15 });
  return { inner: inner.join('') + note, x: 0, y: 0, width: 2 * COLUMN + 40, height: TOP + longest * LINE + 30 };
}

function rowOf(locale: Locale, place: RankedPlace, y: number): string {
  const filled = (BAR.width * place.percent) / 100;
  return (
    words(rankWord(formatNumber(locale, place.rank), place.equals), {
      x: 34,
      y: y + 19,
      'text-anchor': 'end',
      'font-size': 15,
    }) +
    words(place.name, { x: 48, y: y + 19, 'font-size': 17, 'font-weight': 600 }) +
    element('rect', { ...BAR, y, height: 24, rx: 2, fill: comb }) +
    (filled > 0
      ? element('rect', {
          x: BAR.x,
          y,
          width: filled,
          height: 24,
          rx: 2,
          fill: plainFill[coverStep(place.percent)],
          stroke: '#CFA06A',
        })
      : '') +
    words(formatPercent(locale, place.percent), {
      x: BAR.x + BAR.width + 10,
      y: y + 19,
      'font-size': 17,
      'font-weight': 700,
    })
  );
}
