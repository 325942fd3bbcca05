import { z } from 'zod';
import { idInput } from '@/domain/id';

/** What a signing of the city's report consists of, one after the other. */
export const signingSteps = ['counting', 'freezing', 'groups', 'writing'] as const;
export type SigningStep = (typeof signingSteps)[number];

export type SigningState = 'waiting' | 'signed' | 'refused' | 'cancelled';

/** A signing of the city's report that somebody asked for, and how far it has come. */
export type Signing = {
  state: SigningState;
  /** how many of its steps are done */
  stepsDone: number;
  /** why it was refused */
  problem: SigningProblem | null;
  by: string;
  at: Date;
};

/** Reasons for which it may be refused after it was asked for; `not-worked-out`: it was tried several times, in vain. */
export const signingProblems = [
  'figures-moved',
  'filed-already',
  'changed-meanwhile',
  'not-allowed',
  'not-kept',
  'not-over',
  'not-worked-out',
] as const;
export type SigningProblem = (typeof signingProblems)[number];

export const cancelInput = z.object({ unitId: idInput, periodId: idInput });
export type CancelInput = z.output<typeof cancelInput>;
export type CancelProblem = 'not-found' | 'not-allowed' | 'signing-ended';
