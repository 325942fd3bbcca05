import { z } from 'zod';
import type { Day } from '@/domain/days/day';
import { idInput } from '@/domain/id';
import { prose } from '@/domain/texts/text';
import type { ModelKind } from '../digital-model';

/** Records that look as if a model stood on paper only. For the commune to answer: there may be a good reason. */
export const hintNames = ['quiet', 'many_models', 'entered_at_once', 'board_of_one'] as const;
export type HintName = (typeof hintNames)[number];

/** So many days without an activity are quiet. */
export const QUIET_DAYS = 60;
/** Live models of one commune in which a woman can well take part. */
export const MODELS_MAX = 3;
/** So many members entered within a minute by one account look copied. */
export const AT_ONCE_LEAST = 10;

export type HintAnswer = { text: string; at: Date; by: string | null };

/** A hint about one model: since when (or on which day), how many, and what was answered to these very facts. */
export type Hint = {
  modelId: string;
  modelName: string;
  kind: ModelKind;
  communeName: string | null;
  hint: HintName;
  day: Day | null;
  count: number;
  digest: string;
  answer: HintAnswer | null;
};

export const answerInput = z.object({
  modelId: idInput,
  hint: z.enum(hintNames),
  digest: z.string().max(80),
  text: prose(5, 600),
});
export type AnswerInput = z.output<typeof answerInput>;
