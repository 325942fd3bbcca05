'use server';

import { formAction } from '@/app/forms/form-action';
import { copyInput, practiceInput } from '@/domain/digital-models/practices/practice';
import * as practiceCommands from '@/domain/digital-models/practices/practice-commands';

const pageOf = (id: string, said: string) => `/admin/digital-models/${id}/practice?said=${said}`;

export const writePractice = formAction(practiceInput, practiceCommands.writePractice, ({ id }) => ({
  to: pageOf(id, 'practice-written'),
}));

export const copyPractice = formAction(copyInput, practiceCommands.copyPractice, ({ id }) => ({
  to: pageOf(id, 'practice-copied'),
}));
