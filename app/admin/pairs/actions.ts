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

const recordOf = (id: string, said: string) => `/admin/pairs/${id}?said=${said}`;

export const pairUp = formAction(pairUpInput, commands.pairUp, ({ id }) => ({
  changed: figureDrops({ pairId: id }),
  to: recordOf(id, 'paired'),
}));

export const tiePair = formAction(tieInput, changeCommands.tiePair, ({ id }) => ({
  changed: figureDrops({ pairId: id }),
  to: recordOf(id, 'tied'),
}));

export const endPair = formAction(endPairInput, changeCommands.endPair, ({ id }) => ({
  changed: figureDrops({ pairId: id }),
  to: recordOf(id, 'ended'),
}));

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
