'use server';

import { formAction } from '@/app/forms/form-action';
import { absolute } from '@/app/metadata';
import {
  disableInput,
  grantInput,
  inviteInput,
  localeInput,
  revokeInput,
  tieInput,
  untieInput,
} from '@/domain/accounts/account';
import * as commands from '@/domain/accounts/commands';
import * as personCommands from '@/domain/accounts/persons/person-commands';

export const inviteAccount = formAction(inviteInput, commands.inviteAccount, ({ token }) => ({
  said: { link: absolute(`/admin/invitation/${token}`) },
}));

export const grantRole = formAction(grantInput, commands.grantRole, (_grant, { accountId }) => ({
  to: `/admin/accounts/${accountId}?said=granted`,
}));

export const revokeRole = formAction(revokeInput, commands.revokeRole, ({ accountId }) => ({
  to: `/admin/accounts/${accountId}?said=revoked`,
}));

export const tieToPerson = formAction(tieInput, personCommands.tieToPerson, ({ id }) => ({
  to: `/admin/accounts/${id}?said=tied`,
}));

export const untieFromPerson = formAction(untieInput, personCommands.untieFromPerson, ({ id }) => ({
  to: `/admin/accounts/${id}?said=untied`,
}));

export const disableAccount = formAction(disableInput, commands.disableAccount, ({ id }) => ({
  to: `/admin/accounts/${id}?said=disabled`,
}));

export const chooseLanguage = formAction(localeInput, commands.chooseLanguage);
