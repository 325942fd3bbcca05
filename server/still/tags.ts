/** The tag of a page that leads nowhere: it is answered with status 404 and not kept. */
export const MISSING = 'status:404';

/** The tag of a page that says that what was there was withdrawn: it is answered with status 410 and not kept. */
export const GONE = 'status:410';

/** The tag of an answer that asks a reader to wait: it has status 429, and says for how long. */
export const WAIT = 'status:429';
export const WAIT_SECONDS = 15 * 60;

/** The tag of a page that says "this week" or "as of today": dropped when the day turns in Viet Nam. */
export const TODAY = 'today';

/** The tag of a page that is true until an instant: from then on it is drawn anew, and read for a second more meanwhile. */
export const until = (instant: Date) => `until:${instant.getTime()}` as const;

/** The tag of a page with something that is over at an instant, as an alert or a planned end: nobody reads it from then on. */
export const over = (instant: Date) => `over:${instant.getTime()}` as const;

/** The last millisecond before the first instant that tags of these kinds name; Infinity when none does. */
const lastBefore = (tags: readonly string[], kinds: RegExp): number =>
  Math.min(
    ...tags.map((tag) => (kinds.test(tag) ? Number(tag.slice(tag.indexOf(':') + 1)) - 1 : Number.POSITIVE_INFINITY)),
  );

/** The last millisecond at which a page with these tags is true; Infinity when no instant is named. */
export const endOf = (tags: readonly string[]): number => lastBefore(tags, /^(?:until|over):/);

/** The last one at which it may be read at all. */
export const overOf = (tags: readonly string[]): number => lastBefore(tags, /^over:/);

/** A tag dropped along with others when something is taken back: a page that carries those is gone at once, without a last copy. */
export const FORGET = 'still:forget';

/** In place of tags, where nobody knows what has changed: every page is drawn anew. */
export const EVERYTHING = 'still:everything';
