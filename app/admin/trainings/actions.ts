'use server';

import { formAction } from '@/app/forms/form-action';
import { forgetting, sessionDrops } from '@/app/kept/drops';
import { findSessionToChange } from '@/domain/trainings/change-queries';
import * as commands from '@/domain/trainings/commands';
import * as decisionCommands from '@/domain/trainings/decision-commands';
import * as editCommands from '@/domain/trainings/edit-commands';
import { valuesOf } from '@/domain/trainings/plan';
import {
  cancelSessionInput,
  decideSessionInput,
  editSessionInput,
  proposeSessionInput,
} from '@/domain/trainings/session-inputs';
import { wishOf, withSuggestions } from './suggested';

const after = (id: string, said: string) => ({
  changed: sessionDrops(id),
  to: `/admin/trainings/${id}?said=${said}`,
});

export const proposeSession = formAction(
  proposeSessionInput,
  async (viewer, input) => withSuggestions(viewer, input, await commands.proposeSession(viewer, input)),
  ({ id }, { approve }) => after(id, approve ? 'approved' : 'proposed'),
);

export const editSession = formAction(
  editSessionInput,
  async (viewer, input) => withSuggestions(viewer, input, await editCommands.editSession(viewer, input)),
  ({ id }) => after(id, 'saved'),
);

/**
 * A refusal of what is taken says what is free, as proposing does: a time that she picks fills the form of the
 * proposal.
 */
export const decideSession = formAction(
  decideSessionInput,
  async (viewer, input) => {
    const decided = await decisionCommands.decideSession(viewer, input);
    const session = decided.ok ? null : await findSessionToChange(viewer, input.sessionId);
    const wish = session && wishOf(valuesOf(session, session.facts.trainerIds), session.id);
    return wish ? withSuggestions(viewer, wish, decided) : decided;
  },
  ({ id }, { decision }) => after(id, decision === 'approve' ? 'approved' : 'refused'),
);

// Nobody is to set out for it any more: no page is read as it was.
export const cancelSession = formAction(cancelSessionInput, decisionCommands.cancelSession, ({ id }) => ({
  ...after(id, 'cancelled'),
  changed: forgetting(sessionDrops(id)),
}));
