import { AsyncLocalStorage } from 'node:async_hooks';
import { callWitness, type Witness } from '@/prisma/witness';
import type { Aside } from './laid-aside';
import type { NextValues } from './next/next-values';

/** Why an attempt was refused; whose account was tried, when that is known; and under which name, which is never written down. */
export type Refusal = { reason: string; account?: string | undefined; tried?: string | undefined };

/** One answer being made by Next, and what Next lets us know of it meanwhile. */
export type Drawing = {
  /** what it is made of */
  tags: Set<string>;
  /** Next calls it the same for everyone, and would keep it for good. */
  keepable: boolean;
  /** How many changes Next's own values had seen when it began. */
  since: number;
  /** the account found to be asking; null when nobody is signed in, undefined when that was of no matter */
  account?: string | null;
  /** the attempt refused to her: the front writes it down, with network and request */
  refused?: Refusal;
  /** Cookies that a page gives her, which Next lets no page set. */
  cookies?: string[];
  /** Next asks itself, for the page that an action leads to: a cookie that is given along with it reaches nobody. */
  inner?: true;
  /** Where the browser goes by itself, and after how many seconds. */
  refresh?: string;
  /** The form that was sent came to the gate that reads it (app/forms/form-action.ts). */
  taken?: true;
  /** The database was asked for it and gave no answer (prisma/connections.ts). */
  away: boolean;
  /** How many statements the database was sent for it. */
  statements: number;
  /** what of the page is written out beside Next */
  aside?: Aside;
};

/** What matters of it once it has been answered. */
export type Outcome = Pick<Drawing, 'account' | 'refused'>;

/** `aside`: whoever takes the page puts in what was laid there. */
export const newDrawing = (aside?: Aside): Drawing => ({
  tags: new Set(),
  keepable: false,
  since: shared.values?.changes ?? 0,
  away: false,
  statements: 0,
  ...(aside && { aside }),
});

type Shared = {
  drawing: AsyncLocalStorage<Drawing>;
  /** called by Next when something has changed; resolves when the other processes have been told too */
  changed: (tags: string[]) => Promise<void>;
  /** What has changed and is told a little later is told now. */
  tellNow?: () => Promise<void>;
  /** Only when Next answers by itself (STILL_PAGES=off): what it keeps. */
  values?: NextValues;
};

/** Who answers and Next's cache handler meet here: Next loads the handler through a module graph of its own. */
const KEY = Symbol.for('portal.still');
const world = globalThis as { [KEY]?: Shared };
world[KEY] ??= { drawing: new AsyncLocalStorage(), changed: async () => {} };
export const shared: Shared = world[KEY];

// The database knows nothing of answers: it tells whoever asked it, and here that is the answer in the making.
const witnesses = new WeakMap<Drawing, Witness>();
callWitness(() => {
  const drawing = shared.drawing.getStore();
  return drawing && witnessOf(drawing);
});

/** One for each answer: what is asked for it at one time is known by it. */
function witnessOf(drawing: Drawing): Witness {
  const known = witnesses.get(drawing);
  if (known) return known;
  const witness = {
    asked: () => {
      drawing.statements++;
    },
    silent: () => {
      drawing.away = true;
    },
  };
  witnesses.set(drawing, witness);
  return witness;
}

/** Tells the front that what is asked for just now is refused. */
export function noteRefusal(refusal: Refusal): void {
  const drawing = shared.drawing.getStore();
  if (drawing) drawing.refused = refusal;
}

/** Tells the front that the form which was sent could be read as one. */
export function noteTaken(): void {
  const drawing = shared.drawing.getStore();
  if (drawing) drawing.taken = true;
}

/** Did the database give no answer to what is being made for this request? */
export const databaseWasAway = (): boolean => shared.drawing.getStore()?.away === true;

/** Gives her a cookie along with the page that is being drawn. */
export function giveCookie(cookie: string): void {
  const drawing = shared.drawing.getStore();
  if (drawing) drawing.cookies = [...(drawing.cookies ?? []), cookie];
}
