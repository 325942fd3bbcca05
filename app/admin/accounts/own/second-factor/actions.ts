'use server';

import { formAction } from '@/app/forms/form-action';
import * as totpCommands from '@/domain/accounts/code-apps/totp-commands';
import { deviceInput, factorInput, nothingInput, totpInput } from '@/domain/accounts/second-factors/factor-input';
import * as recoveryCommands from '@/domain/accounts/second-factors/recovery-commands';
import * as removalCommands from '@/domain/accounts/second-factors/removal-commands';
import { requireOwner } from '@/server/sign-in/session';

const PAGE = '/admin/accounts/own/second-factor';

export const startTotp = formAction(
  nothingInput,
  totpCommands.startTotp,
  () => ({ to: `${PAGE}?said=started` }),
  requireOwner,
);

export const confirmTotp = formAction(
  totpInput,
  totpCommands.confirmTotp,
  () => ({ to: `${PAGE}?said=totp` }),
  requireOwner,
);

export const makeRecoveryCodes = formAction(
  nothingInput,
  recoveryCommands.makeRecoveryCodes,
  ({ codes }) => ({ said: { codes: codes.join(' ') } }),
  requireOwner,
);

export const removeFactor = formAction(
  factorInput,
  removalCommands.removeFactor,
  () => ({ to: `${PAGE}?said=removed` }),
  requireOwner,
);

export const endRememberedDevice = formAction(
  deviceInput,
  removalCommands.endRememberedDevice,
  () => ({ to: `${PAGE}?said=device-ended` }),
  requireOwner,
);
