'use server';

import { formAction } from '@/app/forms/form-action';
import {
  assignColumns as assign,
  confirmImport as confirm,
  discardImport as discard,
  undoImport as undo,
} from '@/domain/imports/commands';
import { changeInput, columnsInput, stepInput, uploadInput } from '@/domain/imports/import';
import { stepImport as step } from '@/domain/imports/step-commands';
import { uploadSheet as upload } from '@/domain/imports/upload-commands';

const recordOf = (id: string, said: string) => `/admin/imports/${id}?said=${said}`;

export const uploadSheet = formAction(uploadInput, upload, ({ id, again }) => ({
  to: recordOf(id, again ? 'again' : 'uploaded'),
}));

/** Says how far it is and stays where it is: the page asks for the next step by itself, or she does. */
export const stepImport = formAction(stepInput, step, ({ phase, done, total }) => ({
  said: { phase, done: String(done), total: String(total) },
}));

export const assignColumns = formAction(columnsInput, assign, ({ id }) => ({ to: recordOf(id, 'columns') }));

export const confirmImport = formAction(changeInput, confirm, ({ id }) => ({ to: recordOf(id, 'confirmed') }));

export const discardImport = formAction(stepInput, discard, ({ id }) => ({ to: recordOf(id, 'discarded') }));

export const undoImport = formAction(stepInput, undo, ({ id }) => ({ to: recordOf(id, 'undo') }));
