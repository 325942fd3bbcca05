'use server';

import { formAction } from '@/app/forms/form-action';
import {
  attachInput,
  detachInput,
  disableInput,
  grantInput,
  inviteInput,
  localeInput,
  revokeInput,
} from '@/domain/accounts/account';
import * as closingCommands from '@/domain/accounts/closing/closing-commands';
import * as commands from '@/domain/accounts/commands';
import { invitationInput } from '@/domain/accounts/invitations/invitation';
import * as inviteCommands from '@/domain/accounts/invitations/invite-commands';
import * as personCommands from '@/domain/accounts/persons/person-commands';
import { resetLinkInput } from '@/domain/accounts/resets/reset';
import * as resetCommands from '@/domain/accounts/resets/reset-commands';
import * as endCommands from '@/domain/accounts/sessions/end-commands';
import { accountSessionInput } from '@/domain/accounts/sessions/open-session';
import { readyInvitation, readyReset } from './ready';

export const inviteAccount = formAction(
  inviteInput,
  (viewer, input) => inviteCommands.inviteAccount(viewer, input),
  (made) => ('asked' in made ? { to: '/admin/second-pairs?said=asked' } : { said: readyInvitation(made) }),
);

export const sendInvitationAgain = formAction(invitationInput, inviteCommands.sendInvitationAgain, (made) => ({
  said: readyInvitation(made),
}));

export const withdrawInvitation = formAction(invitationInput, inviteCommands.withdrawInvitation, () => ({
  to: '/admin/accounts?said=withdrawn',
}));

export const grantRole = formAction(
  grantInput,
  (viewer, input) => commands.grantRole(viewer, input),
  ({ asked }, { accountId }) => ({ to: `/admin/accounts/${accountId}?said=${asked ? 'asked' : 'granted'}` }),
);

export const revokeRole = formAction(revokeInput, commands.revokeRole, ({ accountId }) => ({
  to: `/admin/accounts/${accountId}?said=revoked`,
}));

export const attachPerson = formAction(attachInput, personCommands.attachPerson, ({ id }) => ({
  to: `/admin/accounts/${id}?said=attached`,
}));

export const detachPerson = formAction(detachInput, personCommands.detachPerson, ({ id }) => ({
  to: `/admin/accounts/${id}?said=detached`,
}));

export const disableAccount = formAction(disableInput, closingCommands.disableAccount, ({ id }) => ({
  to: `/admin/accounts/${id}?said=disabled`,
}));

export const reopenAccount = formAction(disableInput, closingCommands.reopenAccount, ({ id }) => ({
  to: `/admin/accounts/${id}?said=reopened`,
}));

export const makeResetLink = formAction(resetLinkInput, resetCommands.makeResetLink, (made) => ({
  said: readyReset(made),
}));

export const endSessionsOfAccount = formAction(
  accountSessionInput,
  endCommands.endSessionsOfAccount,
  ({ accountId }, { sessionId }) => ({
    to: `/admin/accounts/${accountId}?said=${sessionId ? 'ended' : 'endedEverywhere'}`,
  }),
);

export const chooseLanguage = formAction(localeInput, commands.chooseLanguage);
