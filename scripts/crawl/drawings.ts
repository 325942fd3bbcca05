import { CITY, type Level, type Place } from './figure';
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
