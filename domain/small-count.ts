import { addDays, type Day, monthStart } from '@/domain/days/day';
import type { Audience } from '@/domain/scales/audience';

/**
 * A public count of persons is told from this on and in steps of this: 13 in one month and 14 in the next would tell of
 * one woman (decision 0024).
 */
export const STEP = 10;

/** A count of persons as it may be told: the ten it has passed, or null for fewer than ten, none at all among them. */
export const inTens = (count: number): number | null => (count < STEP ? null : Math.floor(count / STEP) * STEP);

/**
 * Women guided are told from here on: which units have a running pair is told of each, and each such pair guides somebody. "Fewer than ten" beside nine
 * units with a pair was nine.
 */
export const GUIDED_FROM = 2 * STEP;

/** Women guided as they may be told in public: the ten they have passed, or null for so few that units with a pair would tell how many. */
export const guidedTold = (count: number): number | null => (count < GUIDED_FROM ? null : inTens(count));

/** The day by which persons are counted in public: the end of the month before, so that no two days of a month tell of one. */
export const countedBy = (day: Day): Day => addDays(monthStart(day), -1);

/** What is told of the seats of a session: of priority groups only whether there are any left. */
export type SeatsTold = { isFull: boolean; seats: number | null; free: number | null };

/** Whoever sits in a session for priority groups belongs to one: a number of seats taken would tell how many do. */
export const seatsTold = (audience: Audience, seats: number, free: number): SeatsTold =>
  audience === 'priority_groups'
    ? { isFull: free === 0, seats: null, free: null }
    : { isFull: free === 0, seats, free };
