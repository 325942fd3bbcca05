/** The needs of a new portal before the union can work with it, and whether they are met. */
export type FirstSteps = { official: boolean; units: boolean };
