'use server';

import { formAction } from '@/app/forms/form-action';
import { recordDrops } from '@/app/kept/drops';
import { mergeInput, undoMergeInput } from '@/domain/merging/merge';
import * as mergeCommands from '@/domain/merging/merge-commands';

export const mergePersons = formAction(mergeInput, mergeCommands.mergePersons, ({ survivorId }) => ({
  changed: recordDrops,
  to: `/admin/people/${survivorId}/merge?said=merged`,
}));

export const undoMerge = formAction(undoMergeInput, mergeCommands.undoMerge, ({ survivorId, left }) => ({
  changed: recordDrops,
  to: `/admin/people/${survivorId}/merge?said=undone&left=${left.length}`,
}));
