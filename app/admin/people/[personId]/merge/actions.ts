'use server';

import type { Tag } from '@/app/cache-tags';
import { formAction } from '@/app/forms/form-action';
import { mergeInput, undoMergeInput } from '@/domain/merging/merge';
import * as mergeCommands from '@/domain/merging/merge-commands';

/** Pairs, memberships and seats move, and with them what is counted. */
const touched: Tag[] = ['pairs', 'coverage', 'units', 'trainings'];

export const mergePersons = formAction(mergeInput, mergeCommands.mergePersons, ({ survivorId }) => ({
  changed: touched,
  to: `/admin/people/${survivorId}/merge?said=merged`,
}));

export const undoMerge = formAction(undoMergeInput, mergeCommands.undoMerge, ({ survivorId, left }) => ({
  changed: touched,
  to: `/admin/people/${survivorId}/merge?said=undone&left=${left.length}`,
}));
