'use server';

import { z } from 'zod';
import type { Tag } from '@/app/cache-tags';
import { formAction } from '@/app/forms/form-action';
import { endPair as end, tiePair as tie } from '@/domain/pairs/change-commands';
import { pairUp as pair } from '@/domain/pairs/commands';
import { contactInput } from '@/domain/pairs/contacts/contact';
import { recordContact as meet } from '@/domain/pairs/contacts/contact-commands';
import { addGoalInput, markGoalInput, removeGoalInput } from '@/domain/pairs/goals/goal';
import { addGoal as add, markGoal as mark, removeGoal as remove } from '@/domain/pairs/goals/goal-commands';
import { endPairInput, pairUpInput, tieInput } from '@/domain/pairs/pair';

/** Pages made of pairs: their counts, the figures, and the pages of the communes. */
const touched: Tag[] = ['pairs', 'coverage', 'units'];
const recordOf = (id: string, said: string) => `/admin/pairs/${id}?said=${said}`;

export const pairUp = formAction(pairUpInput, pair, ({ id }) => ({ changed: touched, to: recordOf(id, 'paired') }));

export const tiePair = formAction(tieInput, tie, ({ id }) => ({ changed: touched, to: recordOf(id, 'tied') }));

export const endPair = formAction(endPairInput, end, ({ id }) => ({ changed: touched, to: recordOf(id, 'ended') }));

export const addGoal = formAction(addGoalInput, add, ({ pairId }) => ({ to: recordOf(pairId, 'goal-added') }));

export const removeGoal = formAction(removeGoalInput, remove, ({ pairId }) => ({
  to: recordOf(pairId, 'goal-removed'),
}));

export const markGoal = formAction(markGoalInput, mark, ({ pairId }) => ({ to: recordOf(pairId, 'marked') }));

/** An official who comes from the list of quiet pairs stays on it. */
export const recordContact = formAction(
  contactInput.extend({ from: z.literal('quiet').optional() }),
  meet,
  ({ pairId }, { from }) => ({ to: from ? '/admin/pairs/quiet?said=met' : recordOf(pairId, 'met') }),
);
