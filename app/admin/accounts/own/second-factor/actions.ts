'use server';

import { formAction } from '@/app/forms/form-action';
import * as totpCommands from '@/domain/accounts/code-apps/totp-commands';
import { deviceInput, factorInput, proofInput, totpInput } from '@/domain/accounts/second-factors/factor-input';
import * as recoveryCommands from '@/domain/accounts/second-factors/recovery-commands';
import * as removalCommands from '@/domain/accounts/second-factors/removal-commands';
import { problem, type Result } from '@/domain/result';
import { mayMakeCodes } from '@/server/sign-in/reset-limit';
import { requireOwner } from '@/server/sign-in/session';
import { proven } from '../proven';

const PAGE = '/admin/accounts/own/second-factor';

export const startTotp = formAction(
  proofInput,
  proven(totpCommands.startTotp),
  () => ({ to: `${PAGE}?said=started` }),
  requireOwner,
);

export const confirmTotp = formAction(
  totpInput,
  totpCommands.confirmTotp,
  () => ({ to: `${PAGE}?said=totp` }),
  requireOwner,
);

/** Ten hashes are much work: how often they are made is counted first. */
export const makeRecoveryCodes = formAction(
  proofInput,
  proven(
    async (owner): Promise<Result<{ codes: string[] }, 'no-factor' | 'tried-often'>> =>
      (await mayMakeCodes(owner.accountId)) ? recoveryCommands.makeRecoveryCodes(owner) : problem('tried-often'),
  ),
  ({ codes }) => ({ said: { codes: codes.join(' ') } }),
  requireOwner,
);

export const removeFactor = formAction(
  factorInput,
  proven((owner, input) => removalCommands.removeFactor(owner, input)),
  () => ({ to: `${PAGE}?said=removed` }),
  requireOwner,
);

export const endRememberedDevice = formAction(
  deviceInput,
  removalCommands.endRememberedDevice,
  () => ({ to: `${PAGE}?said=device-ended` }),
  requireOwner,
);
