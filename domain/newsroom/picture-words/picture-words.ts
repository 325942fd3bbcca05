import type { z } from 'zod';
import { decideWordsInput } from '@/domain/pictures/words';
import { type AnswerProblem, namingFields } from '../namings/naming';

/** Whoever approves new words of a picture says of each name in them why it may stand there. */
export const approveWordsInput = decideWordsInput.extend(namingFields);
export type ApproveWordsInput = z.output<typeof approveWordsInput>;

export type WordsProblem =
  | 'not-found'
  | 'not-allowed'
  | 'wrote-words'
  | 'words-moved'
  | 'names-who-has-not-agreed'
  | AnswerProblem;
