/** What a new portal needs before the union can work with it, and whether it is done. */
export type FirstSteps = { official: boolean; units: boolean };
