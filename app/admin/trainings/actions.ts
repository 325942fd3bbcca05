'use server';

import { formAction } from '@/app/form-action';
import { proposeSession as propose } from '@/domain/trainings/commands';
import { cancelSession as cancel, decideSession as decide } from '@/domain/trainings/decision-commands';
import { editSession as edit } from '@/domain/trainings/edit-commands';
import {
  cancelSessionInput,
  decideSessionInput,
  editSessionInput,
  proposeSessionInput,
} from '@/domain/trainings/session-inputs';
import { spoken } from '../digital-models/spoken';
import { withSuggestions } from './suggested';

/** Public pages change with what is approved, moved or cancelled; a proposal changes none, and drops few for nothing. */
const after = (id: string, said: string) => ({
  changed: ['trainings' as const],
  to: `/admin/trainings/${id}?said=${said}`,
});

export const proposeSession = formAction(
  proposeSessionInput,
  async (viewer, input) => spoken(await withSuggestions(viewer, input, await propose(viewer, input)), viewer.locale),
  ({ id }, { approve }) => after(id, approve ? 'approved' : 'proposed'),
);

export const editSession = formAction(
  editSessionInput,
  async (viewer, input) => spoken(await withSuggestions(viewer, input, await edit(viewer, input)), viewer.locale),
  ({ id }) => after(id, 'saved'),
);

export const decideSession = formAction(
  decideSessionInput,
  async (viewer, input) => spoken(await decide(viewer, input), viewer.locale),
  ({ id }, { decision }) => after(id, decision === 'approve' ? 'approved' : 'refused'),
);

export const cancelSession = formAction(
  cancelSessionInput,
  async (viewer, input) => spoken(await cancel(viewer, input), viewer.locale),
  ({ id }) => after(id, 'cancelled'),
);
