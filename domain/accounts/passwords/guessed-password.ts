import { createHash } from 'node:crypto';
import { searchKey } from '@/domain/texts/clean-text';
import { foldedPassword, isCommonPassword } from '../common-password';

/** `too-common`: it is on the list of those that are used most · `too-near`: her own names and places, and hardly anything else. */
export type PasswordProblem = 'too-common' | 'too-near';

/** One letter is in too many words to say anything. */
const PART_MIN = 2;

/** The words that somebody tries who knows these texts: names, addresses, places. */
export const partsOf = (texts: readonly string[]): string[] => [
  ...new Set(
    texts.flatMap((text) => searchKey(text).split(/[^\p{L}\p{N}]+/u)).filter((part) => part.length >= PART_MIN),
  ),
];

/** Why a password that fulfils all other rules would be guessed, by somebody who knows these texts of her or by one who tries a list; otherwise null. */
export async function whyGuessed(password: string, near: readonly string[]): Promise<PasswordProblem | null> {
  if (isCommonPassword(password) || (await isUsed(password))) return 'too-common';
  return isCommonPassword(password, partsOf(near)) ? 'too-near' : null;
}

/** The first four bytes of its SHA-256 as a number: of a hundred thousand passwords that nobody uses one is taken for another one. */
export const markOf = (folded: string): number => createHash('sha256').update(folded).digest().readUInt32BE();

let marks: Promise<Uint32Array> | undefined;

/** Is it on the list (`used-passwords.ts`), however it is written? The list is read when it is first asked for. */
async function isUsed(password: string): Promise<boolean> {
  marks ??= import('./used-passwords').then(({ readUsed }) => readUsed());
  return holds(await marks, markOf(foldedPassword(password)));
}

/** Whether a number stands in a list that goes up. */
function holds(list: Uint32Array, sought: number): boolean {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    const found = list[middle] ?? 0;
    if (found === sought) return true;
    if (found < sought) from = middle + 1;
    else to = middle;
  }
  return false;
}
