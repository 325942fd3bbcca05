import { z } from 'zod';
import type { Day } from '@/domain/days/day';
import { dayInput } from '@/domain/days/day-input';
import { idInput } from '@/domain/id';
import { line } from '@/domain/texts/text';

/** A commune says that it keeps its records here from a day on. */
export const declareInput = z.object({ unitId: idInput, from: dayInput });
export type DeclareInput = z.output<typeof declareInput>;

/** It keeps them here no more: the last day on which it did, and why. */
export const ceaseInput = z.object({ unitId: idInput, lastDay: dayInput, reason: line(3, 200) });
export type CeaseInput = z.output<typeof ceaseInput>;

type RecordKeepingProblem =
  | 'not-found'
  | 'not-allowed'
  | 'level-differs'
  | 'day-ahead'
  | 'closed-already'
  | 'period-locked';
export type DeclareProblem = RecordKeepingProblem | 'before-record' | 'before-opened' | 'declared-already';
export type CeaseProblem = RecordKeepingProblem | 'silent-already' | 'cease-too-early';

export type RecordKeeping = {
  /** without a break; null: it is silent */
  since: Day | null;
  /** of a silent one that was heard before */
  ceased: { lastDay: Day; reason: string | null } | null;
  mayDeclare: boolean;
};
