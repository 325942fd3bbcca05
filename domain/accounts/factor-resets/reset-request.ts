/** The name of the request among those that wait for a second person. */
export const RESET = 'resetFactors' as const;
