import { cleanLine, searchKey } from './clean-text';

/** The words of a question, folded: no marks, no signs; at most eight, since nobody types more to find something. */
export const wordsOf = (question: string, most = 8) =>
  searchKey(question)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .slice(0, most);

/** All words, each as the beginning of a word, in the language of PostgreSQL's text search. */
export const textQueryOf = (question: string) =>
  wordsOf(question)
    .map((word) => `${word}:*`)
    .join(' & ');

/** A place as people write it, without its kind in front: "phường Long Hưng" asks for "Long Hưng". */
export const placeKeyOf = (question: string) =>
  wordsOf(question)
    .join(' ')
    .replace(/^(xa|phuong|thi tran|commune|ward) (?=\w)/, '');

/** The same with its marks, for a name that differs from another in these alone. */
export const placeNameOf = (question: string) =>
  cleanLine(question).replace(/^(xã|phường|thị trấn|commune|ward)\s+(?=\S)/i, '');

/** The words of a text, set apart by single blanks, also around them: where a word begins it stands behind one. */
export const spacedWords = (text: string) =>
  ` ${searchKey(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `;

/** Which of the words begin some word of a spaced text, as bits: the first word is the lowest. */
export const bitsOf = (words: readonly string[], spaced: string) =>
  words.reduce((bits, word, at) => (spaced.includes(` ${word}`) ? bits | (1 << at) : bits), 0);

/** The bits of a text that holds them all. */
export const allBits = (words: readonly string[]) => (1 << words.length) - 1;
