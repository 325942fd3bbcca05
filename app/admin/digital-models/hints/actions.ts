'use server';

import { formAction } from '@/app/forms/form-action';
import { hintDrops } from '@/app/kept/drops';
import { answerInput } from '@/domain/digital-models/practices/hint';
import * as hintCommands from '@/domain/digital-models/practices/hint-commands';

export const answerHint = formAction(answerInput, hintCommands.answerHint, ({ id }) => ({
  changed: hintDrops({ modelId: id }),
  to: `/admin/digital-models/${id}?said=answered#hints`,
}));
