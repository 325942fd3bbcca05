'use server';

import { formAction } from '@/app/forms/form-action';
import { copyInput, practiceInput } from '@/domain/digital-models/practices/practice';
import { copyPractice as copy, writePractice as write } from '@/domain/digital-models/practices/practice-commands';

const sheetOf = (id: string, said: string) => `/admin/digital-models/${id}/practice?said=${said}`;

export const writePractice = formAction(practiceInput, write, ({ id }) => ({ to: sheetOf(id, 'practice-written') }));

export const copyPractice = formAction(copyInput, copy, ({ id }) => ({ to: sheetOf(id, 'practice-copied') }));
