'use server';

import { formAction } from '@/app/forms/form-action';
import { answerInput } from '@/domain/digital-models/practices/hint';
import { answerHint as answer } from '@/domain/digital-models/practices/hint-commands';

export const answerHint = formAction(answerInput, answer, ({ id }) => ({
  to: `/admin/digital-models/${id}?said=answered#hints`,
}));
