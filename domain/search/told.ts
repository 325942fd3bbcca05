import { excerptOf, type Piece, piecesOf, stretchOf } from '@/domain/texts/excerpt';
import { allBits, bitsOf, spacedWords, wordsOf } from '@/domain/texts/search-words';

/** Something of which there are few, with all its words: they are gone through in the process. */
export type Told<Key> = { key: Key; name: string; lead: string; text: string };
export type FoundTold<Key> = { key: Key; name: Piece[]; excerpt: Piece[] };

/** A told thing with its words folded, so that this is done once. */
export type Indexed<Key> = Told<Key> & { inName: string; inAll: string };
export const indexed = <Key>(told: readonly Told<Key>[]): Indexed<Key>[] =>
  told.map((one) => ({
    ...one,
    inName: spacedWords(one.name),
    inAll: spacedWords([one.name, one.lead, one.text].join(' ')),
  }));

/** Those that hold all words of the question, the ones that are named so first; else in their order. */
export function foundAmong<Key>(told: readonly Indexed<Key>[], question: string): FoundTold<Key>[] {
  const words = wordsOf(question);
  const all = allBits(words);
  if (all === 0) return [];
  return told
    .filter(({ inAll }) => bitsOf(words, inAll) === all)
    .map((one) => ({ ...one, isNamed: bitsOf(words, one.inName) === all }))
    .sort((one, other) => Number(other.isNamed) - Number(one.isNamed))
    .map(({ key, name, lead, text }) => ({
      key,
      name: piecesOf(name, words),
      excerpt: excerptOf([lead, nearFirst(text, words)], words),
    }));
}

/** What an excerpt may be taken from: a stretch of a long text around the first word that it holds. */
function nearFirst(text: string, words: readonly string[]): string {
  const folded = spacedWords(text);
  const at = words.map((word) => folded.indexOf(` ${word}`)).filter((place) => place >= 0);
  return stretchOf(text, Math.max(0, Math.min(...at, text.length) - 300), 1_200);
}
