import { overOf } from '../tags';
import type { Reply } from './reply';

/** Hits after which a page is worth a smaller form. */
export const WORTH_SHRINKING = 3;
/** Milliseconds that a page must have stood for its smallest form, which takes as long to make as the page itself. */
const STANDS = 10_000;
/**
 * Milliseconds for which a page may still be read after it was dropped, or the instant has come until which it is true, while it is
 * drawn anew; not when something was taken back.
 */
const GRACE = 1_000;
/**
 * Milliseconds from when a page was begun to when it is begun once more by itself, however often it changes: then half of the second
 * for which it may be read is left.
 */
const REST = 500;

/** A page as it may be kept elsewhere. */
export type LastingPage = {
  path: string;
  reply: Reply;
  tags: string[];
  /** after this moment it is drawn again, whatever happens */
  end: number;
};

/** A page in the store. */
export type Kept = Omit<LastingPage, 'path'> & {
  /** when it was begun to be drawn */
  begun: number;
  fresh: boolean;
  /** the last moment at which it may be read although it was dropped, or its instant has come */
  grace: number;
  bytes: number;
  hits: number;
  /** Was it dropped, or has its instant come, and is it read, and has nobody been told yet to draw it anew? */
  due: boolean;
  /** Was it read since its turn to leave last came? */
  read: boolean;
};

/** The last moment at which a page may be read that was dropped, or whose instant came, at `since`: not beyond what in it is over. */
export const graceFrom = (since: number, tags: readonly string[]): number => Math.min(since + GRACE, overOf(tags));

/** Somebody reads it, and the instant has come until which it is true. Is it to be drawn anew while it is read? */
export function endAt(kept: Kept, now: number): boolean {
  kept.fresh = false;
  kept.grace = graceFrom(kept.end, kept.tags);
  kept.due = now <= kept.grace;
  return kept.due;
}

type Pages = ReadonlyMap<string, Kept>;

/**
 * The most read of the pages that were dropped and are read; `later` where those that are left are being drawn or were begun
 * only just now; undefined when none is left.
 */
export function dueNext(pages: Pages, now: number, isDrawn: (path: string) => boolean) {
  let most: [string, Kept] | undefined;
  let later: 'later' | undefined;
  for (const one of pages) {
    if (!one[1].due) continue;
    if (one[1].begun > now - REST || isDrawn(one[0])) later = 'later';
    else if (one[1].hits > (most?.[1].hits ?? -1)) most = one;
  }
  return most ?? later;
}

/** The pages that are as they are now, those whose turn to leave comes first before the others. */
export const lastingOf = (pages: Pages, now: number): LastingPage[] =>
  [...pages]
    .filter(([, { fresh, end }]) => fresh && now <= end)
    .map(([path, { reply, tags, end }]) => ({ path, reply, tags, end }));

/** A page that is read and has stood for a while, and lacks its smallest form; undefined also while any page waits to be drawn. */
export function shrinkNext(pages: Pages, now: number): [string, Kept] | undefined {
  for (const { due } of pages.values()) if (due) return undefined;
  for (const one of pages) {
    const { fresh, begun, hits, reply } = one[1];
    if (fresh && begun <= now - STANDS && hits >= WORTH_SHRINKING && !reply.smallest) return one;
  }
  return undefined;
}
