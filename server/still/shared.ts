import { AsyncLocalStorage } from 'node:async_hooks';
import type { NextValues } from './next-values';

/** One answer being made by Next, and what Next lets us know of it meanwhile. */
export type Drawing = {
  /** what it is made of */
  tags: Set<string>;
  /** Next calls it the same for everyone, and would keep it for good. */
  keepable: boolean;
  /** How many changes Next's own values had seen when it began. */
  since: number;
};

export const newDrawing = (): Drawing => ({ tags: new Set(), keepable: false, since: shared.values?.changes ?? 0 });

type Shared = {
  drawing: AsyncLocalStorage<Drawing>;
  /** Told by Next that something has changed. Resolves when the other processes have been told too. */
  changed: (tags: string[]) => Promise<void>;
  /** Only when Next answers by itself (STILL_PAGES=off): what it keeps. */
  values?: NextValues;
};

/** The front and Next's cache handler meet here: Next loads the handler through a module graph of its own. */
const KEY = Symbol.for('portal.still');
const world = globalThis as { [KEY]?: Shared };
world[KEY] ??= { drawing: new AsyncLocalStorage(), changed: async () => {} };
export const shared: Shared = world[KEY];
