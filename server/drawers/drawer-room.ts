import { availableParallelism } from 'node:os';
import { memoryOfMachine } from '@/scripts/ground/machine.mjs';

/** Bytes of memory for which one drawing process may be begun. */
const MEMORY_EACH = 2_000_000_000;
const DRAWERS_MAX = 8;

/** One core is left to those who read kept pages, and to the database. */
export const roomForDrawers = () =>
  Math.max(1, Math.min(availableParallelism() - 1, Math.floor(memoryOfMachine() / MEMORY_EACH), DRAWERS_MAX));
