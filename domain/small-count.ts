/** A public count of persons is told from this on: of fewer, single persons could be told. */
const PERSONS_MIN = 5;

/** A count of persons as a public page tells it: none, or five and more; null in between. */
export const unlessFew = (count: number): number | null => (count > 0 && count < PERSONS_MIN ? null : count);

/**
 * A count by a sensitive attribute is told from this on and in steps of this: 13 in one month and 14 in the next would
 * tell of one woman (decision 0024).
 */
export const STEP = 10;

/** Such a count as it may be told: the ten it has passed, or null for fewer than ten, none at all among them. */
export const inTens = (count: number): number | null => (count < STEP ? null : Math.floor(count / STEP) * STEP);
