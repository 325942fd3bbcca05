'use server';

import { formAction } from '@/app/forms/form-action';
import { mergeDrops } from '@/app/kept/drops';
import { mergeInput, undoMergeInput } from '@/domain/merging/merge';
import * as mergeCommands from '@/domain/merging/merge-commands';

export const mergePersons = formAction(mergeInput, mergeCommands.mergePersons, ({ survivorId }) => ({
  changed: mergeDrops,
  to: `/admin/people/${survivorId}/merge?said=merged`,
}));

export const undoMerge = formAction(undoMergeInput, mergeCommands.undoMerge, ({ survivorId, left }) => ({
  changed: mergeDrops,
  to: `/admin/people/${survivorId}/merge?said=undone&left=${left.length}`,
}));
