'use server';

import { formAction } from '@/app/form-action';
import { copyInput, practiceInput } from '@/domain/digital-models/practice';
import { copyPractice as copy, writePractice as write } from '@/domain/digital-models/practice-commands';
import { spoken } from '../../spoken';

const sheetOf = (id: string, said: string) => `/admin/digital-models/${id}/practice?said=${said}`;

export const writePractice = formAction(
  practiceInput,
  async (viewer, input) => spoken(await write(viewer, input)),
  ({ id }) => ({ to: sheetOf(id, 'practice-written') }),
);

export const copyPractice = formAction(
  copyInput,
  async (viewer, input) => spoken(await copy(viewer, input)),
  ({ id }) => ({ to: sheetOf(id, 'practice-copied') }),
);
