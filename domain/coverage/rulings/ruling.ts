import { z } from 'zod';
import type { Day } from '@/domain/days/day';
import { dayInput } from '@/domain/days/day-input';
import { idInput } from '@/domain/id';
import { line } from '@/domain/texts/text';

/** What a unit must have to count: the last is what the province counts while it has decided nothing else. */
export const signableReadings = ['family', 'pair', 'both', 'tied'] as const;
export type SignableReading = (typeof signableReadings)[number];

/** The reading that holds on a day, and from which day; null: nothing was ever decided by then. */
export type SignedReading = {
  reading: SignableReading;
  /** a Digital Family counts only with a board and at least one household */
  households: boolean;
  since: Day | null;
};
export const UNDECIDED: SignedReading = { reading: 'tied', households: false, since: null };

/** The same as sentences ask for it. */
export const saidBy = ({ reading, households }: Pick<SignedReading, 'reading' | 'households'>) => ({
  reading,
  households: String(households),
});

export type Ruling = {
  id: string;
  reading: SignableReading;
  households: boolean;
  from: Day;
  /** the first day of the next one */
  to: Day | null;
  decision: string;
  decidedBy: string | null;
  /** taken back before its day came: it counts on none */
  withdrawn: { by: string | null; at: Date; reason: string } | null;
};

/** Can it still be withdrawn: its day has not come. */
export const isToCome = ({ from, withdrawn }: Pick<Ruling, 'from' | 'withdrawn'>, today: Day) =>
  withdrawn === null && from > today;

/** The province decides, from a day on, what counts as covered; `decision` names the paper that says so. */
export const ruleInput = z.object({
  reading: z.enum(signableReadings),
  /** of families; where only pairs count it asks for nothing */
  households: z.literal('on').optional(),
  from: dayInput,
  decision: line(5, 300),
});
export type RuleInput = z.output<typeof ruleInput>;

export const withdrawRulingInput = z.object({ rulingId: idInput, reason: line(5, 300) });
export type WithdrawRulingInput = z.output<typeof withdrawRulingInput>;

export type WithdrawRulingProblem =
  | 'not-found'
  | 'not-allowed'
  | 'ruling-in-force'
  | 'ruling-withdrawn'
  | 'period-locked';

export type RuleProblem =
  | 'not-allowed'
  | 'before-record'
  | 'too-far'
  | 'ruled-already'
  | 'ruled-later'
  | 'period-locked';
