'use server';

import { formAction } from '@/app/form-action';
import { absolute } from '@/app/metadata';
import { disableInput, grantInput, inviteInput, localeInput, revokeInput } from '@/domain/accounts/account';
import * as accounts from '@/domain/accounts/commands';

export const inviteAccount = formAction(inviteInput, accounts.inviteAccount, ({ token }) => ({
  said: { link: absolute(`/admin/invitation/${token}`) },
}));

export const grantRole = formAction(grantInput, accounts.grantRole, (_grant, { accountId }) => ({
  to: `/admin/accounts/${accountId}?said=granted`,
}));

export const revokeRole = formAction(revokeInput, accounts.revokeRole, ({ accountId }) => ({
  to: `/admin/accounts/${accountId}?said=revoked`,
}));

export const disableAccount = formAction(disableInput, accounts.disableAccount, ({ id }) => ({
  to: `/admin/accounts/${id}?said=disabled`,
}));

export const chooseLanguage = formAction(localeInput, accounts.chooseLanguage);
