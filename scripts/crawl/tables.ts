import { parseCsv } from 'hucre/csv';
import { CITY, type Count, type Level, type Place } from './figure';
import {
  elementsOf,
  hrefOf,
  type Node,
  numberIn,
  percentsIn,
  placeOf,
  stateIn,
  textIn,
  treeOf,
  type Words,
} from './reading';
import type { FigureTold } from './statement';

/** The columns of a table of coverage, and what each counts. */
const columns = { covered: 'tied', bothUntied: 'bothUntied', familyOnly: 'familyOnly', pairOnly: 'pairOnly' } as const;

/** The rows of every table of coverage in a page; `places` tells whom a link leads to. */
export function tableStatements(html: string, level: Level, words: Words, places: readonly Place[]): FigureTold[] {
  return elementsOf(treeOf(html), /^table$/).flatMap((table) => {
    const heads = elementsOf([table], /^th$/).filter(([, { scope }]) => scope === 'col');
    const texts = heads.map(textIn);
    const rows = elementsOf(elementsOf([table], /^tbody$/), /^tr$/);
    return rowsOf(
      texts,
      rows.map((row) => {
        const link = hrefOf(elementsOf([row], /^a$/)[0]);
        return { place: link ? placeOf(link, places) : CITY, cells: elementsOf([row], /^t[hd]$/).map(textIn) };
      }),
      { level, words },
    );
  });
}

type Row = { place: string | undefined; cells: readonly string[] };

/** Rows under their headings: of a table on a page, of open text, of a workbook. */
function rowsOf(heads: readonly string[], rows: readonly Row[], { level, words }: { level: Level; words: Words }) {
  const at = (label: string) => heads.findIndex((head) => head.includes(label));
  const units = at(words.table.units);
  if (units < 0 || at(words.table.tied) < 0) return [];
  return rows.flatMap(({ place, cells }): FigureTold[] => {
    if (!place) return [];
    const said = cells.slice(at(words.table.percent)).join(' ');
    const whole = numberIn(cells[units] ?? '');
    return Object.entries(columns).map(([count, column]): FigureTold => {
      const covered = numberIn(cells[at(words.table[column])] ?? '');
      const state = covered === null ? stateIn(said, words.states) : covered === 0 ? 'zero' : 'some';
      const [percent] = count === 'covered' ? percentsIn(said, words.language) : [];
      return {
        place,
        level,
        covered,
        state,
        units: whole,
        count: count as Count,
        ...(percent === undefined ? {} : { percent }),
      };
    });
  });
}

/** A sheet of coverage, row by row: titles, a row of headings, a row each, and what those that report come to (`whole`: whose they are). */
export function sheetRowStatements(
  rows: readonly (readonly string[])[],
  { level, whole = CITY }: { level: Level; whole?: string },
  words: Words,
  places: readonly Place[],
) {
  const head = rows.findIndex((cells) => cells.includes(words.table.units));
  const told = rows.slice(head + 1).filter((cells) => cells.length > 3);
  return rowsOf(
    rows[head] ?? [],
    told.map((cells) => ({ place: places.find(({ code }) => code === cells[0])?.slug ?? whole, cells })),
    { level, words },
  );
}

/** The same as open text: commas stand in what is said above its rows. */
export const sheetStatements = (text: string, level: Level, words: Words, places: readonly Place[]) =>
  sheetRowStatements(
    parseCsv(text, { delimiter: ';' }).map((cells) => cells.map((cell) => String(cell ?? ''))),
    { level },
    words,
    places,
  );

/** The table beside a trend: a row a month, the latest first, both levels. `days` are those of the trend, oldest first. */
export function trendStatements(html: string, place: string, days: readonly string[], words: Words): FigureTold[] {
  return elementsOf(treeOf(html), /^table$/)
    .filter((table) => textIn(elementsOf([table], /^caption$/)[0] ?? '').includes(words.trend))
    .flatMap((table) => elementsOf(elementsOf([table], /^tbody$/), /^tr$/))
    .flatMap((row, at) => {
      const day = days.at(-1 - at) ?? '';
      return elementsOf([row], /^td$/)
        .slice(-2)
        .map((cell: Node, column): FigureTold => {
          const [percent = null] = percentsIn(textIn(cell), words.language);
          return { place, level: column === 0 ? 'sub_association' : 'group', day, percent };
        });
    });
}
