import { nameKey } from '@/domain/people/name';
import { searchKey } from '@/domain/texts/clean-text';

/** Words behind a name that may belong to it. */
const BEHIND_MAX = 2;

type Word = { word: string; key: string; joined: boolean };

/**
 * Whether words say a full name as whole words, with marks or without. `others`: keys of names of other persons (`nameKey`, `searchKey`): within one of
 * them, written with capitals, it is not said.
 */
export function saysName(words: string, name: string, others: ReadonlySet<string>): boolean {
  return placesOf(words, name).some((longer) => !longer.some((key) => others.has(key)));
}

/** Keys of what may be longer names that begin with a name, where words say it: whether somebody bears one is asked elsewhere. */
export const longerNames = (words: string, name: string): string[] => placesOf(words, name).flat();

/** Of each place where words say a name, the keys of what may be a longer one there. */
function placesOf(words: string, name: string): string[][] {
  const own = wordsIn(name).map(({ key }) => [key, searchKey(key)]);
  const said = wordsIn(words);
  const isThere = (at: number) =>
    own.length > 0 && own.every((forms, place) => forms.includes(said[at + place]?.key ?? ''));
  return said.flatMap((_, at) => (isThere(at) ? [behind(said.slice(at), own.length)] : []));
}

function behind(said: readonly Word[], length: number): string[] {
  const keys: string[] = [];
  for (let to = length; to < length + BEHIND_MAX && isOfName(said[to]); to++)
    keys.push(
      said
        .slice(0, to + 1)
        .map(({ key }) => key)
        .join(' '),
    );
  return keys;
}

/** All in capitals no longer name is told. */
const isOfName = (next: Word | undefined) => next?.joined === true && /^\p{Lu}\p{Ll}+$/u.test(next.word);

/** `joined`: nothing but blanks stand between it and the word before it. */
function wordsIn(words: string): Word[] {
  const found: Word[] = [];
  let joined = false;
  for (const [piece] of words.normalize('NFC').matchAll(/[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+/gu))
    if (/^[\p{L}\p{M}\p{N}]/u.test(piece)) {
      found.push({ word: piece, key: nameKey(piece), joined });
      joined = true;
    } else joined = /^[ \u00a0]+$/.test(piece);
  return found;
}
