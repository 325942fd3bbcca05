import type { CoverageLevel } from '@/domain/coverage/coverage';
import { formatPercent } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { type HexagonTile, type TileState, wholePercent } from './hexagon';

/** Words of `charts`, as `useTranslations('charts')` gives them. */
export type ChartWords = (key: string, values?: Record<string, string | number>) => string;

/** The word for a state in a sentence or a table cell: "58,3%", "chưa báo cáo". */
export function stateWord(
  t: ChartWords,
  locale: Locale,
  { state, percent }: { state: TileState; percent: number | null },
  level: CoverageLevel,
): string {
  if (state === 'zero') return formatPercent(locale, 0);
  if (state === 'some' && percent !== null) return formatPercent(locale, percent);
  return t(`states.${state}`, { level });
}

/** What a tile bears below its name: its change where two days are compared, else its share. */
export const shortWord = (locale: Locale, { state, percent, note }: HexagonTile): string => {
  if (state === 'fewer_than_five') return '<5';
  return note?.short || (percent === null ? '–' : formatPercent(locale, wholePercent(percent)));
};
