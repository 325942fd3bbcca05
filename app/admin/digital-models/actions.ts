'use server';

import type { Tag } from '@/app/cache-tags';
import { formAction } from '@/app/forms/form-action';
import {
  activityInput,
  correctActivityInput,
  takeBackActivityInput,
} from '@/domain/digital-models/activities/activity';
import {
  correctActivity as correct,
  takeBackActivity as takeBack,
} from '@/domain/digital-models/activities/activity-change-commands';
import { recordActivity as record } from '@/domain/digital-models/activities/activity-commands';
import { foundModel as found } from '@/domain/digital-models/commands';
import { editInput, foundInput } from '@/domain/digital-models/digital-model';
import { editModel as edit } from '@/domain/digital-models/edit-commands';
import { statusInput } from '@/domain/digital-models/status';
import { changeStatus as change } from '@/domain/digital-models/status-commands';
import { keepPicture } from '@/server/storage/pictures';

/** Pages made of models: their lists and counts, the figures, and the pages of the communes. */
const touched: Tag[] = ['digital-models', 'coverage', 'units'];
const recordOf = (id: string, said: string) => `/admin/digital-models/${id}?said=${said}`;

export const foundModel = formAction(foundInput, found, ({ id }) => ({
  changed: touched,
  to: recordOf(id, 'founded'),
}));

export const editModel = formAction(editInput, edit, ({ id }) => ({ changed: touched, to: recordOf(id, 'edited') }));

export const changeStatus = formAction(statusInput, change, ({ id }) => ({
  changed: touched,
  to: recordOf(id, 'changed'),
}));

export const recordActivity = formAction(
  activityInput,
  (viewer, input) => record(viewer, input, keepPicture),
  ({ id }) => ({ changed: ['digital-models'], to: recordOf(id, 'activity') }),
);

export const correctActivity = formAction(
  correctActivityInput,
  (viewer, input) => correct(viewer, input, keepPicture),
  ({ id }) => ({ changed: ['digital-models'], to: recordOf(id, 'activity-corrected') }),
);

export const takeBackActivity = formAction(takeBackActivityInput, takeBack, ({ id }) => ({
  changed: ['digital-models'],
  to: recordOf(id, 'activity-taken-back'),
}));
