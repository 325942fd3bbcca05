'use server';

import { formAction } from '@/app/forms/form-action';
import { figureDrops, hintDrops } from '@/app/kept/drops';
import * as changeCommands from '@/domain/pairs/change-commands';
import * as commands from '@/domain/pairs/commands';
import { contactInput, metTodayInput } from '@/domain/pairs/contacts/contact';
import * as contactCommands from '@/domain/pairs/contacts/contact-commands';
import { addGoalInput, markGoalInput, removeGoalInput } from '@/domain/pairs/goals/goal';
import * as goalCommands from '@/domain/pairs/goals/goal-commands';
import { endPairInput, pairUpInput, tieInput } from '@/domain/pairs/pair';
import { type Measured, measured, movedIn } from '../coverage/measured';

const recordOf = (id: string, said: string) => `/admin/pairs/${id}?said=${said}`;

/** A deed that figures count: its pages are out of date, and the record says what it moved. */
const after = (done: Measured & { id: string }, said: string) => ({
  changed: figureDrops({ pairId: done.id }),
  to: recordOf(done.id, said) + movedIn(done),
});

export const pairUp = formAction(
  pairUpInput,
  measured(commands.pairUp, ({ unitId }) => ({ unitId })),
  (done) => after(done, 'paired'),
);

export const tiePair = formAction(
  tieInput,
  measured(changeCommands.tiePair, ({ pairId, modelId }) => ({ pairId, modelId })),
  (done) => after(done, 'tied'),
);

export const endPair = formAction(
  endPairInput,
  measured(changeCommands.endPair, ({ pairId }) => ({ pairId })),
  (done) => after(done, 'ended'),
);

export const addGoal = formAction(addGoalInput, goalCommands.addGoal, ({ pairId }) => ({
  to: recordOf(pairId, 'goal-added'),
}));

export const removeGoal = formAction(removeGoalInput, goalCommands.removeGoal, ({ pairId }) => ({
  to: recordOf(pairId, 'goal-removed'),
}));

export const markGoal = formAction(markGoalInput, goalCommands.markGoal, ({ pairId }) => ({
  to: recordOf(pairId, 'marked'),
}));

export const recordContact = formAction(contactInput, contactCommands.recordContact, ({ pairId }) => ({
  changed: hintDrops({ pairId }),
  to: recordOf(pairId, 'met'),
}));

/** Whoever tells it in the list of quiet pairs stays there. */
export const recordMetToday = formAction(metTodayInput, contactCommands.recordMetToday, ({ pairId }) => ({
  changed: hintDrops({ pairId }),
  to: '/admin/pairs/quiet?said=met',
}));
