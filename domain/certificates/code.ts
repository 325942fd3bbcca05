/**
 * No vowels, so that no code is a word; no 1 and no O, which are read for L and 0. There are 29 characters, a prime:
 * the sum finds every wrong character and every two swapped neighbours.
 */
export const ALPHABET = '023456789BCDFGHJKLMNPQRSTVWXZ';
const BASE = ALPHABET.length;
export const CHANCE_LENGTH = 12;
/** The last character checks the others. */
const LENGTH = CHANCE_LENGTH + 1;

/** Each place has a weight of its own, so that a swap changes the sum. */
const weightOf = (place: number) => LENGTH - place;
const sumOf = (places: readonly number[]) =>
  places.reduce((sum, value, place) => sum + value * weightOf(place), 0) % BASE;

/** The whole code for twelve places of chance, each from 0 to 28. */
export function codeOf(places: readonly number[]): string {
  const check = (BASE - sumOf(places)) % BASE;
  return [...places, check].map((value) => ALPHABET[value]).join('');
}

/** Whether the last character is the one that belongs to the others. */
export const isSound = (code: string) =>
  code.length === LENGTH &&
  [...code].every((each) => ALPHABET.includes(each)) &&
  sumOf([...code].map((each) => ALPHABET.indexOf(each))) === 0;

/** The code that somebody typed or followed: capitals and dashes do not matter, O is 0, I and 1 are L. */
export const readCode = (text: string) =>
  text
    .normalize('NFC')
    .toUpperCase()
    .replace(/[\s.\-–—]/g, '')
    .replace(/O/g, '0')
    .replace(/[I1]/g, 'L');

/** The code in groups of four, as it is printed: "B4CD-F6GH-J8KL-M". */
export const inGroups = (code: string) => code.match(/.{1,4}/g)?.join('-') ?? code;

/** The code as it stands in an address. */
export const inAddress = (code: string) => inGroups(code).toLowerCase();
