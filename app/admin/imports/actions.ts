'use server';

import { formAction } from '@/app/forms/form-action';
import { womanDrops } from '@/app/kept/drops';
import * as commands from '@/domain/imports/commands';
import { changeInput, columnsInput, stepInput, uploadInput } from '@/domain/imports/import';
import * as stepCommands from '@/domain/imports/step-commands';
import * as uploadCommands from '@/domain/imports/upload-commands';

const recordOf = (id: string, said: string) => `/admin/imports/${id}?said=${said}`;

export const uploadSheet = formAction(uploadInput, uploadCommands.uploadSheet, ({ id, again }) => ({
  to: recordOf(id, again ? 'again' : 'uploaded'),
}));

/** Says how far it is and stays where it is: the page asks for the next step by itself, or she does. */
export const stepImport = formAction(stepInput, stepCommands.stepImport, ({ phase, done, total, wrote }) => ({
  ...(wrote ? { changed: womanDrops } : {}),
  said: { phase, done: String(done), total: String(total) },
}));

export const assignColumns = formAction(columnsInput, commands.assignColumns, ({ id }) => ({
  to: recordOf(id, 'columns'),
}));

export const confirmImport = formAction(changeInput, commands.confirmImport, ({ id }) => ({
  to: recordOf(id, 'confirmed'),
}));

export const discardImport = formAction(stepInput, commands.discardImport, ({ id }) => ({
  to: recordOf(id, 'discarded'),
}));

export const undoImport = formAction(
  stepInput,
  (viewer, input) => commands.undoImport(viewer, input),
  ({ id, asked }) => ({ to: recordOf(id, asked ? 'asked' : 'undo') }),
);
