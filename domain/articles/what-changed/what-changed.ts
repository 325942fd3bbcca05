/** As long as it may be said what has changed for whom a story tells of: two or three sentences. */
export const WHAT_CHANGED_MAX = 300;
