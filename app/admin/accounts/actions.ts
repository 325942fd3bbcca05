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
import * as accounts from '@/domain/accounts/commands';
import * as persons from '@/domain/accounts/persons/person-commands';

export const inviteAccount = formAction(inviteInput, accounts.inviteAccount, ({ token }) => ({
  said: { link: absolute(`/admin/invitation/${token}`) },
}));

export const grantRole = formAction(grantInput, accounts.grantRole, (_grant, { accountId }) => ({
  to: `/admin/accounts/${accountId}?said=granted`,
}));

export const revokeRole = formAction(revokeInput, accounts.revokeRole, ({ accountId }) => ({
  to: `/admin/accounts/${accountId}?said=revoked`,
}));

export const tieToPerson = formAction(tieInput, persons.tieToPerson, ({ id }) => ({
  to: `/admin/accounts/${id}?said=tied`,
}));

export const untieFromPerson = formAction(untieInput, persons.untieFromPerson, ({ id }) => ({
  to: `/admin/accounts/${id}?said=untied`,
}));

export const disableAccount = formAction(disableInput, accounts.disableAccount, ({ id }) => ({
  to: `/admin/accounts/${id}?said=disabled`,
}));

export const chooseLanguage = formAction(localeInput, accounts.chooseLanguage);
