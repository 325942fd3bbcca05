import { CITY, type Level, levels, type Place } from './figure';
import {
  elementsOf,
  hrefOf,
  numberIn,
  patternOf,
  percentsIn,
  placeOf,
  textIn,
  tidy,
  treeOf,
  type Words,
} from './reading';
import type { FigureTold } from './statement';

/** Every link to a place that tells its share: tiles of the map by their titles, ranked places, neighbours and places like it. */
export function linkStatements(html: string, level: Level, words: Words, places: readonly Place[]): FigureTold[] {
  return elementsOf(treeOf(html), /^a$/).flatMap((link): FigureTold[] => {
    const place = placeOf(hrefOf(link), places);
    if (!place) return [];
    const title = textIn(elementsOf([link], /^title$/)[0] ?? '');
    const [percent] = percentsIn(title || textIn(link), words.language);
    if (percent !== undefined) return [{ place, level, percent }];
    return title.includes(words.tileStates.not_reported ?? '')
      ? [{ place, level, percent: null, state: 'not_reported' }]
      : [];
  });
}

/** The share of a place drawn as a hundred tiles, by what the drawing is called. */
export function combStatements(html: string, place: string, words: Words): FigureTold[] {
  return elementsOf(treeOf(html), /^svg$/).flatMap((drawing): FigureTold[] => {
    const label = drawing[1]['aria-label'];
    if (typeof label !== 'string' || !label.endsWith(words.combEnd)) return [];
    const [percent] = percentsIn(label, words.language);
    const level = label.includes(words.levelsLower.sub_association) ? 'sub_association' : 'group';
    return percent === undefined ? [] : [{ place, level, percent }];
  });
}

/** "902 trong 1.562 chi hội …": the figure of the city in a sentence. */
export function sentenceStatements(html: string, level: Level, words: Words): FigureTold[] {
  const pattern = patternOf(words.sentence);
  return elementsOf(treeOf(html), /^p$/).flatMap((paragraph): FigureTold[] => {
    const told = pattern.exec(tidy(textIn(paragraph)))?.groups;
    return told
      ? [{ place: CITY, level, covered: numberIn(told.covered ?? ''), units: numberIn(told.units ?? '') }]
      : [];
  });
}

/** The one large share of a room that looks on together. */
export function largeStatements(html: string, place: string, level: Level, words: Words): FigureTold[] {
  const large = elementsOf(treeOf(html), /^p$/).map((paragraph) => tidy(textIn(paragraph)));
  const [told] = large.filter((text) => /^(\d[\d.,]*\s?%|–)$/.test(text));
  if (told === undefined) return [];
  return [{ place, level, percent: percentsIn(told, words.language)[0] ?? null }];
}

const textsIn = (svg: string) => elementsOf(treeOf(svg), /^text$/).map((text) => tidy(textIn(text)));

/** Every place of a map as a picture, by its name in one line or two, with its share in whole percent, or a dash. */
export function mapPictureStatements(svg: string, level: Level, names: ReadonlyMap<string, string>): FigureTold[] {
  let lines: string[] = [];
  return textsIn(svg).flatMap((text): FigureTold[] => {
    if (!/^(\d+\s?%|–)$/.test(text)) {
      lines.push(text);
      return [];
    }
    const place = names.get(lines.slice(-2).join(' ')) ?? names.get(lines.at(-1) ?? '');
    lines = [];
    return place ? [{ place, level, whole: text === '–' ? null : Number.parseInt(text, 10) }] : [];
  });
}

/** Every place of a ranking as a picture: its share stands behind its name. */
export const rankingPictureStatements = (svg: string, level: Level, names: ReadonlyMap<string, string>, words: Words) =>
  textsIn(svg).flatMap((text, at, texts): FigureTold[] => {
    const place = names.get(texts[at - 1] ?? '');
    const [percent] = percentsIn(text, words.language);
    return place && percent !== undefined ? [{ place, level, percent }] : [];
  });

/** Where the lines of the city's trend end, in a picture: "57,8% chi hội". */
export const trendPictureStatements = (svg: string, words: Words): FigureTold[] =>
  textsIn(svg).flatMap((text): FigureTold[] => {
    const level = levels.find((each) => text.endsWith(`% ${words.levelsLower[each]}`));
    const [percent] = percentsIn(text, words.language);
    return level && percent !== undefined ? [{ place: CITY, level, percent }] : [];
  });

/** Both figures of a place for a meeting: "Chi hội: 902/1.562 đạt (57,8%)". */
export function meetingStatements(html: string, place: string, words: Words): FigureTold[] {
  const pattern = patternOf(words.meeting);
  return elementsOf(treeOf(html), /^li$/).flatMap((item): FigureTold[] => {
    const text = tidy(textIn(item));
    const told = pattern.exec(text)?.groups;
    const level = levels.find((each) => text.startsWith(`${words.levels[each]}:`));
    if (!told || !level) return [];
    const [percent = null] = percentsIn(told.percent ?? '', words.language);
    return [{ place, level, covered: numberIn(told.covered ?? ''), units: numberIn(told.units ?? ''), percent }];
  });
}
