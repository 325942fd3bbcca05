import { AsyncLocalStorage } from 'node:async_hooks';

type Outside = <Result>(run: () => Result) => Result;

// One a process: Next loads modules in more than one graph.
const KEY = Symbol.for('portal.outside');
const world = globalThis as { [KEY]?: Outside };

/** From now on there is an outside. To be called where no answer is being made. */
export function openOutside(): void {
  world[KEY] ??= AsyncLocalStorage.snapshot();
}

/**
 * Runs what belongs to no answer. A promise holds all that is known of the answer in which it was made, its page too, for as long as the
 * promise is held itself.
 */
export const outside: Outside = (run) => (world[KEY] ?? ((now) => now()))(run);
