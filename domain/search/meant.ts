import type { ArticleKind } from '@/domain/articles/article';
import type { ModelKind } from '@/domain/digital-models/digital-model';
import type { IndicatorCode } from '@/domain/indicators/indicator';
import { spacedWords, wordsOf } from '@/domain/texts/search-words';

/** A name that the portal has, and what bears it: what may have been meant, or is near to it. */
export type Suggestion = { name: string } & (
  | { what: 'commune'; slug: string }
  | { what: 'topic' }
  | { what: 'model'; kind: ModelKind }
  | { what: 'article'; kind: ArticleKind; slug: string }
  | { what: 'indicator'; code: IndicatorCode }
);
/** The same with its words set apart, so that this is done once. */
export type NamedThing = { suggestion: Suggestion; spaced: string; words: string[] };

export const namedThing = (suggestion: Suggestion): NamedThing => {
  const spaced = spacedWords(suggestion.name);
  return { suggestion, spaced, words: spaced.trim().split(' ') };
};

/** Words that say what is looked for, and name nothing of it. */
const UNNAMING = new Set(
  wordsOf('lớp học xã phường thị trấn ở tại về cho và class course commune ward in at of the for and a', 99),
);
const namingWords = (question: string) => wordsOf(question).filter((word) => !UNNAMING.has(word));

/** How much may differ: `slight` where something was found, for then most are no slips. */
export type Slip = 'slight' | 'any';
/** Letters from which on a word may differ in one letter, and in two. */
const ONE_LETTER: Record<Slip, number> = { slight: 6, any: 4 };
const TWO_LETTERS = 8;
const SWAPPED_MIN = 3;
const MEANT_MAX = 3;

/**
 * Names that hold all words of a question, some of them nearly: two letters turned round, one too many, missing or another one.
 * None where a name holds them as they are.
 */
export function meantBy(question: string, things: readonly NamedThing[], slip: Slip): Suggestion[] {
  const words = namingWords(question);
  const known = wordsKnown(things);
  const costs = words.map((word) => costsOf(word, known, slip));
  // most questions hold a word that no name has, nor nearly: no name is gone through then
  if (words.length === 0 || costs.some(({ size }) => size === 0)) return [];
  const costIn = (thing: NamedThing) =>
    costs.reduce((sum, cost) => sum + Math.min(...thing.words.map((word) => cost.get(word) ?? FAR)), 0);
  const near = things.map((thing) => ({ thing, cost: costIn(thing) })).filter(({ cost }) => cost < FAR);
  if (near.some(({ cost }) => cost === 0)) return [];
  return near
    .sort((one, other) => one.cost - other.cost || one.thing.words.length - other.thing.words.length)
    .slice(0, MEANT_MAX)
    .map(({ thing }) => thing.suggestion);
}

const FAR = Number.POSITIVE_INFINITY;

const knownOf = new WeakMap<readonly NamedThing[], ReadonlySet<string>>();

/** All words that names have, each once: names share them, and they are kept as long as the names. */
function wordsKnown(things: readonly NamedThing[]): ReadonlySet<string> {
  const known = knownOf.get(things) ?? new Set(things.flatMap(({ words }) => words));
  knownOf.set(things, known);
  return known;
}

/** How far a word lies from those that are it, begin with it, or nearly are it. */
function costsOf(word: string, known: ReadonlySet<string>, slip: Slip): ReadonlyMap<string, number> {
  const costs = new Map<string, number>();
  for (const other of known) {
    const cost = other.startsWith(word) ? 0 : slipOf(word, other, slip);
    if (cost < FAR) costs.set(other, cost);
  }
  return costs;
}

/** How far a word lies from another: less than 1 for two letters turned round, 1 or 2 for as many others; infinite for what is no slip. */
function slipOf(word: string, other: string, slip: Slip): number {
  const length = Math.min(word.length, other.length);
  if (Math.abs(word.length - other.length) > 2 || length < SWAPPED_MIN) return FAR;
  if (isSwapped(word, other)) return word.length === other.length ? 0.5 : 0.75;
  const most = length >= TWO_LETTERS ? 2 : length >= ONE_LETTER[slip] ? 1 : 0;
  if (Math.abs(word.length - other.length) > most) return FAR;
  if (most === 0 || lettersMissing(word, other) > most || lettersMissing(other, word) > most) return FAR;
  const letters = lettersBetween(word, other);
  return letters <= most ? letters : FAR;
}

/** How many letters of a word stand nowhere in another, at least: most words are told apart by that alone. */
function lettersMissing(word: string, other: string): number {
  let missing = 0;
  for (let at = 0; at < word.length; at++) if (!other.includes(word.charAt(at))) missing++;
  return missing;
}

/** Two letters beside each other have changed places, and nothing else: in a word, or where a longer one begins. */
function isSwapped(word: string, other: string): boolean {
  let at = 0;
  while (at < word.length && word[at] === other[at]) at++;
  return (
    at + 1 < word.length &&
    word[at] === other[at + 1] &&
    word[at + 1] === other[at] &&
    other.startsWith(word.slice(at + 2), at + 2)
  );
}

/** How many letters must be put in, taken out or changed to make one word the other. */
function lettersBetween(word: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [place, letter] of [...word].entries()) {
    const next = [place + 1];
    for (let at = 1; at < row.length; at++)
      next.push(
        Math.min((row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1, (row[at - 1] ?? 0) + (letter === other[at - 1] ? 0 : 1)),
      );
    row = next;
  }
  return row[other.length] ?? 0;
}

const WAYS_MAX = 6;
/** Ways of one kind, at most: a word that thirty guides hold leaves room for a topic. */
const OF_KIND_MAX = 3;

/** Names with all words of a question, or half of them and two as whole words, but for `known` ones: most words first, else as kept. */
export function waysOn(
  question: string,
  things: readonly NamedThing[],
  known: (one: Suggestion) => boolean,
): Suggestion[] {
  const words = namingWords(question);
  const [phrase, taken] = [spacedWords(question), new Map<string, number>()];
  return things
    .filter(({ suggestion }) => !known(suggestion))
    .map((thing) => ({ suggestion: thing.suggestion, held: heldOf(thing, words, phrase) }))
    .filter(({ held }) => held > 0)
    .sort((one, other) => other.held - one.held)
    .filter(({ suggestion: { what } }) => {
      taken.set(what, (taken.get(what) ?? 0) + 1);
      return (taken.get(what) ?? 0) <= OF_KIND_MAX;
    })
    .slice(0, WAYS_MAX)
    .map(({ suggestion }) => suggestion);
}

/** How many words of a question a name holds; 0 where these are too few. A commune's name stands whole in the question. */
function heldOf({ suggestion, spaced }: NamedThing, words: readonly string[], phrase: string): number {
  if (suggestion.what === 'commune') return phrase.includes(spaced) ? words.length : 0;
  if (words.every((word) => spaced.includes(` ${word}`))) return words.length;
  const whole = words.filter((word) => spaced.includes(` ${word} `)).length;
  return whole > 1 && whole * 2 >= words.length ? whole : 0;
}
