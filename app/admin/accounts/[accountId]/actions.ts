'use server';

import { formAction } from '@/app/forms/form-action';
import * as resetCommands from '@/domain/accounts/factor-resets/reset-commands';
import { answerResetInput, askResetInput } from '@/domain/accounts/second-factors/factor-input';

export const askForFactorReset = formAction(askResetInput, resetCommands.askForFactorReset, ({ accountId }) => ({
  to: `/admin/accounts/${accountId}?said=reset-asked`,
}));

export const resetFactors = formAction(answerResetInput, resetCommands.resetFactors, ({ accountId }) => ({
  to: `/admin/accounts/${accountId}?said=reset-done`,
}));

export const refuseFactorReset = formAction(answerResetInput, resetCommands.refuseFactorReset, ({ accountId }) => ({
  to: `/admin/accounts/${accountId}?said=reset-refused`,
}));
