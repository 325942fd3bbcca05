/** Seconds for which a token still opens after it was exchanged: requests under way do not fail. */
export const FORMER_SECONDS = 60;
