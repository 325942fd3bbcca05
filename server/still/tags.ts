/** The tag of a page that leads nowhere: it is answered with status 404 and not kept. */
export const MISSING = 'status:404';

/** The tag of an answer that asks a reader to wait: it has status 429, and says for how long. */
export const WAIT = 'status:429';
export const WAIT_SECONDS = 15 * 60;

/** The tag of a page that says "this week" or "as of today": dropped when the day turns in Viet Nam. */
export const TODAY = 'today';

/** Dropped along with others when something is taken back: what carries those leaves no last copy. */
export const FORGET = 'still:forget';
