/** Figures that open the lock, one after the other. */
const FIGURES = 3;
/** The keys there are: more than these do not fit beside each other on a small phone. */
export const KEYS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** A lock against taps that nobody meant: it tells itself what opens it. `typed`: how many figures were right so far. */
export type PocketLock = { code: number[]; typed: number };

/** A new lock: three different figures, so that rubbing one key never opens it. `chance` answers from 0 up to 1. */
export function newLock(chance: () => number = Math.random): PocketLock {
  const keys = [...KEYS];
  const code = Array.from({ length: FIGURES }, () => keys.splice(Math.floor(chance() * keys.length), 1)[0] ?? 1);
  return { code, typed: 0 };
}

/** After a key was pressed: null when the lock is open; a wrong figure makes another code, to be read anew. */
export function press(lock: PocketLock, figure: number, chance: () => number = Math.random): PocketLock | null {
  if (lock.code[lock.typed] !== figure) return newLock(chance);
  const typed = lock.typed + 1;
  return typed === lock.code.length ? null : { ...lock, typed };
}
