import { z } from 'zod';
import type { Day } from '@/domain/days/day';
import { idInput } from '@/domain/id';
import { cleanLine } from '@/domain/texts/clean-text';
import { prose } from '@/domain/texts/text';
import type { ModelKind } from '../digital-model';

/** Records that look as if a model stood on paper only. For the commune to answer: there may be a good reason. */
export const hintNames = [
  'no_households',
  'pairs_quiet',
  'quiet',
  'board_left',
  'same_board',
  'pairs_at_once',
  'founded_together',
  'entered_at_once',
  'board_of_one',
  'many_models',
] as const;
export type HintName = (typeof hintNames)[number];

/** So many days without an activity are quiet. */
export const QUIET_DAYS = 60;
/** Live models of one commune in which a woman can well take part. */
export const MODELS_MAX = 3;
/** So many members entered within a minute by one account look copied. */
export const AT_ONCE_LEAST = 10;

/** The pairs of a family are quiet when none of their women met for so many days. */
export const PAIRS_QUIET_DAYS = 60;
/** So many families, besides its own, with the very same board of two or more are one board. */
export const SAME_BOARD_OTHERS = 2;
/** So many families of a commune that were founded on one day of the last days of a month look written for a report. */
export const FOUNDED_LEAST = 6;
export const MONTH_END_DAYS = 4;
/** So many learners of one instructor who began on one day look copied from a list. */
export const PAIRS_AT_ONCE = 5;

/** How much each sign weighs; a model's are added. Our own judgement (decision 0113). */
export const hintWeights: Record<HintName, number> = {
  no_households: 3,
  pairs_quiet: 3,
  quiet: 2,
  board_left: 2,
  same_board: 2,
  pairs_at_once: 2,
  founded_together: 1,
  entered_at_once: 1,
  board_of_one: 1,
  many_models: 1,
};
/** From this strength on a covered unit is drawn more often for a spot check. */
export const QUESTIONED_FROM = 3;

export type HintAnswer = { text: string; at: Date; by: string | null };

/** A hint about one model: since when (or on which day), how many, and what was answered to these very facts. */
export type Hint = {
  modelId: string;
  modelName: string;
  kind: ModelKind;
  unitId: string;
  communeName: string | null;
  hint: HintName;
  /** of all its signs together */
  strength: number;
  day: Day | null;
  count: number;
  digest: string;
  answer: HintAnswer | null;
};

export const answerInput = z.object({
  modelId: idInput,
  hint: z.enum(hintNames),
  digest: z.string().max(80).transform(cleanLine),
  text: prose(5, 600),
});
export type AnswerInput = z.output<typeof answerInput>;
