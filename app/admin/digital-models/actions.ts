'use server';

import { formAction } from '@/app/forms/form-action';
import { figureDrops, forgetting } from '@/app/kept/drops';
import {
  activityInput,
  correctActivityInput,
  takeBackActivityInput,
} from '@/domain/digital-models/activities/activity';
import * as activityChangeCommands from '@/domain/digital-models/activities/activity-change-commands';
import * as activityCommands from '@/domain/digital-models/activities/activity-commands';
import * as commands from '@/domain/digital-models/commands';
import { editInput, foundInput } from '@/domain/digital-models/digital-model';
import * as editCommands from '@/domain/digital-models/edit-commands';
import { statusInput, stopInput, takeBackInput } from '@/domain/digital-models/status';
import * as statusCommands from '@/domain/digital-models/status-commands';
import { keepPicture } from '@/server/storage/pictures';
import { type Measured, measured, movedIn } from '../coverage/measured';

const recordOf = (id: string, said: string) => `/admin/digital-models/${id}?said=${said}`;

/** A deed that figures count: its pages are out of date, and the record says what it moved. */
const after = (done: Measured & { id: string }, said: string) => ({
  changed: figureDrops({ modelId: done.id }),
  to: recordOf(done.id, said) + movedIn(done),
});

export const foundModel = formAction(
  foundInput,
  measured(commands.foundModel, ({ unitId }) => ({ unitId })),
  (done) => after(done, 'founded'),
);

export const editModel = formAction(editInput, editCommands.editModel, ({ id }) => ({
  changed: figureDrops({ modelId: id }),
  to: recordOf(id, 'edited'),
}));

export const changeStatus = formAction(
  statusInput,
  measured(statusCommands.changeStatus, ({ modelId }) => ({ modelId })),
  (done) => after(done, 'changed'),
);

export const stopModel = formAction(
  stopInput,
  measured(statusCommands.stopModel, ({ modelId }) => ({ modelId })),
  (done) => after(done, 'changed'),
);

export const takeBackStatus = formAction(
  takeBackInput,
  measured(statusCommands.takeBackStatus, ({ modelId }) => ({ modelId })),
  (done) => after(done, 'changed'),
);

export const recordActivity = formAction(
  activityInput,
  (viewer, input) => activityCommands.recordActivity(viewer, input, keepPicture),
  ({ id }) => ({ changed: figureDrops({ modelId: id }), to: recordOf(id, 'activity') }),
);

export const correctActivity = formAction(
  correctActivityInput,
  (viewer, input) => activityChangeCommands.correctActivity(viewer, input, keepPicture),
  ({ id }) => ({ changed: figureDrops({ modelId: id }), to: recordOf(id, 'activity-corrected') }),
);

export const takeBackActivity = formAction(
  takeBackActivityInput,
  activityChangeCommands.takeBackActivity,
  ({ id }) => ({
    changed: forgetting(figureDrops({ modelId: id })),
    to: recordOf(id, 'activity-taken-back'),
  }),
);
