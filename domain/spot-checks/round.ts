import { z } from 'zod';
import type { SignableReading } from '@/domain/coverage/rulings/ruling';
import { addDays, type Day, dayOf } from '@/domain/days/day';
import { dayInput } from '@/domain/days/day-input';
import { idInput } from '@/domain/id';
import { versionInput } from '@/domain/version';
import type { Tally } from './band';

export const PERCENT_LEAST = 1;
export const PERCENT_MOST = 20;
/** A round is open for so many days at least, and at most. */
export const DAYS_LEAST = 1;
export const DAYS_MOST = 60;

/** Announced with a commitment, open for visits once it is drawn, closed, or withdrawn without a draw. */
export type RoundState = 'announced' | 'open' | 'closed' | 'withdrawn';

export type SpotRound = {
  id: string;
  state: RoundState;
  countedOn: Day;
  reading: SignableReading;
  percent: number;
  lastDay: Day;
  commitment: string;
  /** known once it is drawn */
  seed: string | null;
  announcedAt: Date;
  drawnAt: Date | null;
  closedAt: Date | null;
  demo: boolean;
  version: number;
};

/** A stratum of a round with what came of it so far; `answered` counts those that could not be seen too. */
export type StratumTally = Tally & { name: string; answered: number };

type Steps = Record<'drawnAt' | 'closedAt' | 'withdrawnAt', Date | null>;
export const stateOf = ({ drawnAt, closedAt, withdrawnAt }: Steps): RoundState =>
  withdrawnAt ? 'withdrawn' : closedAt ? 'closed' : drawnAt ? 'open' : 'announced';

/** The last day in Viet Nam on which a closed round was answered: one that lapsed is closed on the day after its last one. */
export function lastSeenOn(closedAt: Date, lastDay: Day): Day {
  const closedOn = dayOf(closedAt);
  return closedOn < lastDay ? closedOn : lastDay;
}

export const announceInput = z.object({
  countedOn: dayInput,
  percent: z.coerce
    .number({ error: 'not-a-number' })
    .int('not-a-number')
    .min(PERCENT_LEAST, 'too-few')
    .max(PERCENT_MOST, 'too-many'),
  lastDay: dayInput,
});
export type AnnounceInput = z.output<typeof announceInput>;

/** What is done to a whole round: drawing, closing, withdrawing. */
export const roundInput = z.object({ roundId: idInput, version: versionInput });
export type RoundInput = z.output<typeof roundInput>;

export type RoundProblem =
  | 'not-allowed'
  | 'not-found'
  | 'changed-meanwhile'
  | 'one-at-a-time'
  | 'nothing-to-draw'
  | 'day-to-come'
  | 'before-record'
  | 'last-day-too-early'
  | 'last-day-too-late'
  | 'drawn-already'
  | 'not-open';

/** The last day that a round may have, and the first, when it is announced on a day. */
export const lastDaysOf = (on: Day): { first: Day; last: Day } => ({
  first: addDays(on, DAYS_LEAST),
  last: addDays(on, DAYS_MOST),
});
