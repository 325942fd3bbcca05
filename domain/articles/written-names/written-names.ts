import { nameKey } from '@/domain/people/name';
import { searchKey } from '@/domain/texts/clean-text';
import {
  ADDRESSES,
  DOUBTFUL_FAMILIES,
  ENDING_WORDS,
  FAMILIES,
  MIDDLE_WORDS,
  NO_NAMES,
  NO_NAMES_BEGIN,
  PLACES_BEFORE,
  PLACES_BEHIND,
  RARE_FAMILIES,
  TITLES,
} from './family-names';

/** A person's name as it first stands in a text, and its key (`nameKey`), under which it is asked for once. */
export type WrittenName = { name: string; key: string };

/** So many names are told of a text at most: one more than is asked for. */
export const NAMES_MAX = 60;
const WORDS_MIN = 2;
const WORDS_MAX = 6;
/** Texts are shorter than that; of what is longer the beginning is read. */
const TEXT_MAX = 200_000;
/** Of words before a name so many say of what it is the name. */
const BEFORE_MAX = 6;
/** Longer is no word of a name. */
const LETTERS_MAX = 20;
/** So many words in capitals are looked at together: of a text that is all capitals a part after the other. */
const RUN_MAX = 600;

/**
 * Names of persons in some texts: two to six words with capitals, a family name of Việt Nam the first. `places`: keys of names of communes.
 * Without marks a name is the one with them.
 */
export function writtenNames(texts: readonly string[], places: ReadonlySet<string> = new Set()): WrittenName[] {
  const found = new Map<string, Candidate>();
  for (const candidate of candidatesIn(texts)) {
    if (found.size > NAMES_MAX * 2) break;
    if (!found.has(candidate.key) && !isPlace(candidate, places)) found.set(candidate.key, candidate);
  }
  const all = [...found.values()];
  const marked = new Set(all.filter(({ key }) => isMarked(key)).map(({ key }) => searchKey(key)));
  return all
    .filter(({ key }) => isMarked(key) || !marked.has(key))
    .filter(({ key, cut }) => !cut || !all.some((other) => key.startsWith(`${other.key} `)))
    .map(({ name, key }) => ({ name, key }))
    .slice(0, NAMES_MAX + 1);
}

/** `cut`: words of a title that is all capitals follow it, or are part of it. */
type Candidate = WrittenName & { cut: boolean; doubtful: boolean };
/**
 * Words with capitals as they stand, their keys, and keys of the words before them and the one behind in the same sentence. `isFirst`: a sentence may
 * begin with them, so that they would have a capital anyway.
 */
export type Run = { words: string[]; keys: string[]; before: string[]; behind?: string; isFirst: boolean };

const isMarked = (key: string) => /[^\x20-\x7e]/.test(key);

function* candidatesIn(texts: readonly string[]): Generator<Candidate> {
  for (const text of texts) for (const run of capitalRuns(text)) yield* namesIn(run);
}

/** Words that begin with a capital and follow one another, in the beginning of a text that is longer than any. */
export function* capitalRuns(words: string): Generator<Run> {
  const text = words.slice(0, TEXT_MAX);
  let run: string[] = [];
  let heard: string[] = [];
  let [before, begins, isFirst]: [string[], boolean, boolean] = [[], true, true];
  // most words are in no run: theirs are keys only where one begins behind them
  const told = (behind?: string): Run => ({
    words: run,
    keys: run.map(nameKey),
    before: before.map(nameKey),
    ...(behind !== undefined && { behind: nameKey(behind) }),
    isFirst: begins,
  });
  for (const [piece] of text.normalize('NFC').matchAll(/[\p{L}\p{M}]+|[^\p{L}\p{M}]+/gu)) {
    if (/^[ \u00a0]+$/.test(piece)) continue;
    const isWord = /^\p{L}/u.test(piece) && piece.length <= LETTERS_MAX;
    const isGoingOn = isWord && /^\p{Lu}/u.test(piece) && run.length < RUN_MAX;
    if (!isGoingOn && run.length > 0) {
      yield told(isWord ? piece : undefined);
      run = [];
    }
    if (isGoingOn) {
      if (run.length === 0) [before, begins] = [heard, isFirst];
      run.push(piece);
    }
    // a title before a name ends with a point and no sentence does: Ms. Lan
    if (isWord) heard = [...heard.slice(1 - BEFORE_MAX), piece];
    else if (!/^\. *$/.test(piece) || !TITLES.has(nameKey(heard.at(-1) ?? ''))) heard = [];
    isFirst = !isWord && !/^ *, *$/.test(piece);
  }
  if (run.length > 0) yield told();
}

function* namesIn({ words, keys, before }: Run): Generator<Candidate> {
  for (let from = 0; from + WORDS_MIN <= words.length; from++) {
    const said = [...before, ...keys.slice(Math.max(0, from - BEFORE_MAX), from)].slice(-BEFORE_MAX);
    if (!isFamily(keys, from, said.at(-1))) continue;
    const to = endOf(keys, from);
    const own = keys.slice(from, to);
    const isStreet = PLACES_BEFORE.some((place) => place.test(said.join(' ')));
    const isOther = isStreet || PLACES_BEHIND.has(keys[to] ?? '') || isShortened(own);
    if (own.length >= WORDS_MIN && !isOther)
      yield {
        name: words.slice(from, to).join(' '),
        key: own.join(' '),
        cut: words.length - from > WORDS_MAX,
        doubtful: DOUBTFUL_FAMILIES.has(own[0] ?? ''),
      };
    from = Math.max(from, to - 1);
  }
}

function isFamily(keys: readonly string[], at: number, before: string | undefined): boolean {
  const [word = '', next = ''] = keys.slice(at, at + 2);
  if (ENDING_WORDS.has(next)) return false;
  const isCertain = MIDDLE_WORDS.has(next) || (before !== undefined && ADDRESSES.has(before));
  if (FAMILIES.has(word)) return true;
  if (DOUBTFUL_FAMILIES.has(word)) return isCertain || keys.length - at > WORDS_MIN;
  return RARE_FAMILIES.has(word) && isCertain;
}

/** Where a name ends that begins there: with the words in capitals, or before a word that is in none, or before the next name. */
function endOf(keys: readonly string[], from: number): number {
  for (let to = from + 1; to < keys.length && to < from + WORDS_MAX; to++) {
    const [word = '', next = ''] = keys.slice(to, to + 2);
    if (ENDING_WORDS.has(word) || PLACES_BEHIND.has(word)) return to;
    if (to > from + 1 && FAMILIES.has(word) && MIDDLE_WORDS.has(next)) return to;
  }
  return Math.min(keys.length, from + WORDS_MAX);
}

/** A name of which a letter alone is left names nobody: Nguyễn Thị A. */
const isShortened = (own: readonly string[]) => /^[a-zđ]$/.test(own.at(-1) ?? '');

function isPlace({ key, doubtful }: Candidate, places: ReadonlySet<string>): boolean {
  const begins = (place: string) => key === place || key.startsWith(`${place} `);
  if (NO_NAMES.has(key) || places.has(key) || NO_NAMES_BEGIN.some(begins)) return true;
  return doubtful && places.has(key.split(' ').slice(0, WORDS_MIN).join(' '));
}

/** Names of places as they are told apart from names of persons: with their marks, and without them as in English. */
export const placeKeys = (names: readonly string[]): ReadonlySet<string> =>
  new Set(names.flatMap((name) => [nameKey(name), searchKey(name)]));
