'use server';

import { formAction } from '@/app/forms/form-action';
import { answerInput } from '@/domain/digital-models/practices/hint';
import * as hintCommands from '@/domain/digital-models/practices/hint-commands';

export const answerHint = formAction(answerInput, hintCommands.answerHint, ({ id }) => ({
  to: `/admin/digital-models/${id}?said=answered#hints`,
}));
