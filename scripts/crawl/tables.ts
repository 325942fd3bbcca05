import { parseCsv } from 'hucre/csv';
import { elementsOf, treeOf } from '../../bench/portal/html.mjs';
import type { Figure, Level, Place } from './truth';
import { CITY, levels } from './truth';

type Node = ReturnType<typeof treeOf>[number];
/** A figure that a page tells of a place (its slug), of a level; the day is that of the page. */
export type Statement = { place: string; level: Level } & Figure;
/** Words of one language, as its messages have them. */
export type Words = {
  table: { units: string; tied: string; percent: string };
  states: Record<string, string>;
  levels: Record<Level, string>;
};

const textIn = (node: Node): string => (typeof node === 'string' ? node : node[2].map(textIn).join(''));
const numberIn = (text: string) => {
  const digits = text.replace(/[.,\s]/g, '');
  return /^\d+$/.test(digits) ? Number(digits) : null;
};
const stateIn = (text: string, words: Words) =>
  Object.entries(words.states).find(([, word]) => text.includes(word))?.[0] ?? 'some';

/** The rows of every table of coverage in a page; `places` tells whom a link leads to. */
export function tableStatements(html: string, level: Level, words: Words, places: readonly Place[]): Statement[] {
  return elementsOf(treeOf(html), /^table$/).flatMap((table) => {
    const heads = elementsOf([table], /^th$/).filter(([, { scope }]) => scope === 'col');
    const at = (label: string) => heads.findIndex((head) => textIn(head).includes(label));
    const columns = {
      units: at(words.table.units),
      covered: at(words.table.tied),
      percent: at(words.table.percent),
    };
    if (Object.values(columns).includes(-1)) return [];
    return elementsOf(elementsOf([table], /^tbody$/), /^tr$/).map((row) => {
      const cells = elementsOf([row], /^t[hd]$/);
      const link = elementsOf([row], /^a$/)[0]?.[1].href;
      const place = typeof link === 'string' ? placeOf(link, places) : CITY;
      const cell = (column: number) => textIn(cells[column] ?? '');
      const read = { covered: cell(columns.covered), units: cell(columns.units), said: cell(columns.percent) };
      return statementOf({ place, level, ...read }, words);
    });
  });
}

/** The slug or id at the end of an address, as the slug of the place. */
function placeOf(link: string, places: readonly Place[]): string {
  const last = link.split(/[?#]/)[0]?.split('/').at(-1) ?? '';
  return places.find(({ slug, id }) => slug === last || id === last)?.slug ?? link;
}

/** A sheet of coverage as open text: titles, a row of headings, a row each, and what those that report come to. */
export function sheetStatements(text: string, level: Level, words: Words, places: readonly Place[]): Statement[] {
  const rows = parseCsv(text).map((cells) => cells.map((cell) => String(cell ?? '')));
  const head = rows.findIndex((cells) => cells.includes(words.table.units));
  const at = (label: string) => rows[head]?.indexOf(label) ?? -1;
  return rows
    .slice(head + 1)
    .filter((cells) => cells.length > 3)
    .map((cells) => {
      const place = places.find(({ code }) => code === cells[0])?.slug ?? CITY;
      const [covered = '', units = ''] = [cells[at(words.table.tied)], cells[at(words.table.units)]];
      return statementOf({ place, level, covered, units, said: cells.at(-1) ?? '' }, words);
    });
}

/** Both figures of a commune on its public page: "35/42" and what it counts, or a dash and its state. */
export function publicPageStatements(html: string, place: string, words: Words): Statement[] {
  const figures = elementsOf(treeOf(html), /^p$/).filter(
    ([, , [first]]) => typeof first === 'object' && first[0] === 'b',
  );
  return figures.slice(0, levels.length).map((figure, at) => {
    const [covered = '', units = ''] = textIn(figure[2][0] ?? '').split('/');
    return statementOf({ place, level: levels[at] ?? 'group', covered, units, said: textIn(figure) }, words);
  });
}

/** Both figures of a commune on its page in the signed-in area, a line each: "83,3 % 35/42", or its state. */
export function lineStatements(html: string, place: string, words: Words): Statement[] {
  return elementsOf(treeOf(html), /^dl$/).flatMap((list) =>
    elementsOf([list], /^div$/).flatMap((line) => {
      const level = levels.find((each) => textIn(elementsOf([line], /^dt$/)[0] ?? '') === words.levels[each]);
      if (!level) return [];
      const said = textIn(elementsOf([line], /^dd$/)[0] ?? '');
      const [covered = '', units = ''] = textIn(elementsOf([line], /^small$/)[0] ?? '').split('/');
      return [statementOf({ place, level, covered, units, said }, words)];
    }),
  );
}

type Read = { place: string; level: Level; covered: string; units: string; said: string };

function statementOf({ place, level, said, ...read }: Read, words: Words): Statement {
  const covered = numberIn(read.covered);
  const state = covered === null ? stateIn(said, words) : covered === 0 ? 'zero' : 'some';
  return { place, level, covered, units: numberIn(read.units), state };
}
