import { totalmem } from 'node:os';

export const MB = 1024 ** 2;

/** The bytes of memory that are ours to use: the machine's, or those of the container around us. */
export function memoryOfMachine() {
  const granted = process.constrainedMemory?.() || Number.POSITIVE_INFINITY; // 0 where nothing limits
  return Math.min(totalmem(), granted);
}

/**
 * A share of the memory in whole megabytes, within bounds.
 * @param {number} bytes
 * @param {{ share: number, least: number, most: number }} bounds `least` and `most` in megabytes
 */
export const shareOf = (bytes, { share, least, most }) =>
  Math.round(Math.min(most, Math.max(least, (bytes * share) / MB)));
