import { readFileSync } from 'node:fs';
import { elementsOf, treeOf } from '../../bench/portal/html.mjs';
import type { Level, Place } from './figure';

export type Node = ReturnType<typeof treeOf>[number];
export type Element = Exclude<Node, string>;
export type Language = 'vi' | 'en';

/** Words of one language, as its messages have them. */
export type Words = {
  language: Language;
  table: Record<'units' | 'tied' | 'bothUntied' | 'familyOnly' | 'pairOnly' | 'percent', string>;
  states: Record<string, string>;
  /** states as tiles of the map say them */
  tileStates: Record<string, string>;
  levels: Record<Level, string>;
  levelsLower: Record<Level, string>;
  matrix: Record<'caption' | 'tie' | 'tied' | 'untied', string>;
  sentence: string;
  /** "Chi hội: 902/1.562 đạt (57,8%)" at a meeting, behind the level */
  meeting: string;
  trend: string;
  /** "{covered}/{units} {level} …" on the page of a unit */
  unitFigure: string;
  unitCovered: string;
  combOf: string;
  /** the end of what a drawing of a hundred tiles is called */
  combEnd: string;
  parts: Record<'done' | 'whole' | 'value' | 'percent', string>;
  partStates: Record<'not_reported' | 'nothing', string>;
  /** the headings of a report's tables */
  report: Record<
    'percent' | 'covered' | 'units' | 'bothUntied' | 'familyOnly' | 'pairOnly' | 'before' | 'commune',
    string
  >;
  /** "902 trên 1.562" at the address of a number */
  ofWhole: string;
};

const messagesOf = (language: Language, concept: string) =>
  JSON.parse(readFileSync(`i18n/messages/${language}/${concept}.json`, 'utf8'));

/** The words that figures of coverage stand among, of one language. */
export function wordsOf(language: Language): Words {
  const [coverage, charts, units, overview, indicators, reports, figures] = [
    ...['coverage', 'charts', 'units', 'overview', 'indicators', 'reports', 'figures'],
  ].map((concept) => messagesOf(language, concept));
  const { table, states, levels, levelsLower, matrix, sentence } = coverage;
  return {
    language,
    table,
    states,
    levels,
    levelsLower,
    matrix,
    sentence,
    meeting: coverage.meeting.figure.split('}}').at(-1),
    tileStates: charts.states,
    trend: charts.trend.table,
    unitFigure: units.record.figure,
    unitCovered: units.record.coveredShort,
    combOf: overview.figures.of,
    combEnd: charts.comb.label.split('}').at(-1).trim(),
    parts: indicators.parts,
    partStates: indicators.states,
    report: reports.body,
    ofWhole: figures.ofWhole,
  };
}

export const textIn = (node: Node): string => (typeof node === 'string' ? node : node[2].map(textIn).join(''));
export const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();

/** A whole number as both languages write it; null where there is none. */
export const numberIn = (text: string): number | null => {
  const digits = text.replace(/[.,\s]/g, '');
  return /^\d+$/.test(digits) ? Number(digits) : null;
};

/** Every share in a text, as its language writes it: "83,3%", "83.3%". */
export const percentsIn = (text: string, language: Language): number[] =>
  [...text.matchAll(/(\d[\d.,]*)\s?%/g)].map(([, number = '']) =>
    Number(language === 'vi' ? number.replaceAll('.', '').replace(',', '.') : number.replaceAll(',', '')),
  );

export const stateIn = (text: string, states: Record<string, string>) =>
  Object.entries(states).find(([, word]) => text.includes(word))?.[0] ?? 'some';

/** A message as a pattern: its values by their names, whatever chooses between words left out. */
export const patternOf = (message: string) =>
  new RegExp(
    message
      .replace(/<\/?\w+>/g, '')
      .split(/\{\w+, (?:select|plural)/)[0]
      ?.trim()
      .replace(/[.*+?^$()[\]\\|]/g, '\\$&')
      .replace(/\{(\w+)\}/g, '(?<$1>[^\\s/]+)')
      .replace(/\s+/g, '\\s+') ?? '',
  );

/** The slug or id at the end of an address, or before the day at its end, as the slug of the place; undefined where it leads to none. */
export function placeOf(link: string, places: readonly Place[]): string | undefined {
  const [path = '', query = ''] = link.split('#')[0]?.split('?') ?? [];
  const asked = new URLSearchParams(query).get('place') ?? new URLSearchParams(query).get('unit');
  const last =
    path
      .replace(/\/\d{4}-\d\d-\d\d$/, '')
      .split('/')
      .at(-1) ?? '';
  return places.find(({ slug, id }) => [last, asked].includes(slug) || [last, asked].includes(id))?.slug;
}

export const hrefOf = (element: Element | undefined): string =>
  typeof element?.[1].href === 'string' ? element[1].href : '';

export { elementsOf, treeOf };
