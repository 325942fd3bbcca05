import { z } from 'zod';
import { idInput } from '@/domain/id';
import { isRunLong, prose } from '@/domain/texts/text';

/** The five questions of a story, in the order in which they are told. */
export const questions = ['who', 'before', 'learned', 'changed', 'says'] as const;
export type Question = (typeof questions)[number];

/** Letters of an answer: five of them stay below what a text may hold. */
export const ANSWER_MAX = 4_000;

/** Lines of an answer, each a paragraph: a text holds only so many parts. */
export const LINES_MAX = 200;

/** A suggestion that is cut ends in a sign more. */
const answer = prose(1, ANSWER_MAX)
  .refine((text) => !isRunLong(text.replace(/(\S)(?=\s|$)/g, '$1…')), 'run-too-long')
  .refine((text) => text.split('\n').length <= LINES_MAX, 'too-many-lines');

/** Whether she agreed to be named: asked with the first question, for it decides what may be sent on. */
export const namings = ['agreed', 'not-yet'] as const;

export const answersInput = z.object({
  unitId: idInput,
  who: answer,
  naming: z.enum(namings, 'required'),
  before: answer,
  learned: answer,
  changed: answer,
  says: answer,
});
export type AnswersInput = z.output<typeof answersInput>;
export type Answers = Pick<AnswersInput, Question>;
