import { memoryOfMachine, shareOf } from '../ground/machine.mjs';

/**
 * The kinds of process that a portal is made of, by the entry each is started with.
 * @typedef {'main' | 'drawing-process'} Kind
 */

/**
 * The heap of a process, by its kind: a share of the memory there is, so that all fit beside the database. The least carries any
 * export and any sheet; more than the most only puts the collector off.
 * @type {Record<Kind, { share: number, least: number, most: number }>}
 */
const HEAPS = {
  main: { share: 1 / 32, least: 96, most: 256 },
  'drawing-process': { share: 1 / 8, least: 256, most: 512 },
};

/**
 * Room for what has just been made. A page is drawn from twenty megabytes, which are gone when it has been sent: without room for them
 * half are moved on.
 * @type {Record<Kind, { share: number, least: number, most: number }>}
 */
const YOUNG = {
  main: { share: 1 / 256, least: 16, most: 16 },
  'drawing-process': { share: 1 / 64, least: 16, most: 32 },
};
/** Megabytes before the collector looks through all: what a process loads at its start fills them, and stays. */
const FIRST_MB = 128;
/**
 * How much more than what stayed a process may hold before the collector looks through all, in percent: that takes a page half as
 * long again (0084).
 */
const GROWING_PERCENT = 100;

/**
 * What Node is told when it starts a process of this kind.
 * @param {Kind} kind
 */
export const flagsOf = (kind, memory = memoryOfMachine()) => [
  `--max-old-space-size=${shareOf(memory, HEAPS[kind])}`,
  `--min-semi-space-size=${shareOf(memory, YOUNG[kind]) / (kind === 'main' ? 4 : 2)}`,
  `--max-semi-space-size=${shareOf(memory, YOUNG[kind])}`,
  ...(kind === 'main' ? [] : [`--initial-old-space-size=${FIRST_MB}`, `--heap-growing-percent=${GROWING_PERCENT}`]),
];
