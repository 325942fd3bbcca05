/** How long what is over, or was called off, stays in a calendar: whoever looks once a month still sees it. */
export const FEED_DAYS_BACK = 60;
