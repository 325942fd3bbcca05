import { z } from 'zod';
import type { Day } from '@/domain/days/day';
import { dayInput } from '@/domain/days/day-input';
import { idInput } from '@/domain/id';

/** A commune says that it keeps its records here from a day on. */
export const declareInput = z.object({ unitId: idInput, from: dayInput });
export type DeclareInput = z.output<typeof declareInput>;

export type DeclareProblem =
  | 'not-found'
  | 'not-allowed'
  | 'level-differs'
  | 'before-record'
  | 'day-ahead'
  | 'before-opened'
  | 'closed-already'
  | 'declared-already'
  | 'period-locked';

/** Since when a commune keeps its records here without a break (null: it is silent), and whether the viewer may say so for it. */
export type RecordKeeping = { since: Day | null; mayDeclare: boolean };
