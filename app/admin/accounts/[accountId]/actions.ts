'use server';

import { formAction } from '@/app/forms/form-action';
import * as resetCommands from '@/domain/accounts/factor-resets/reset-commands';
import { accountTieInput } from '@/domain/accounts/providers/provider-tie';
import * as tieCommands from '@/domain/accounts/providers/tie-commands';
import { askResetInput } from '@/domain/accounts/second-factors/factor-input';

export const resetFactors = formAction(
  askResetInput,
  (viewer, input) => resetCommands.resetFactors(viewer, input),
  ({ accountId }) => ({ to: `/admin/accounts/${accountId}?said=reset-asked` }),
);

export const endTieOfAccount = formAction(accountTieInput, tieCommands.endTieOfAccount, ({ accountId }) => ({
  to: `/admin/accounts/${accountId}?said=untiedProviderOf`,
}));
