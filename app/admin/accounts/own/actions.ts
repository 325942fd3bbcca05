'use server';

import { formAction } from '@/app/forms/form-action';
import { ownTieInput, reopenInput } from '@/domain/accounts/providers/provider-tie';
import * as tieCommands from '@/domain/accounts/providers/tie-commands';
import { ownPasswordInput } from '@/domain/accounts/resets/reset';
import type { OwnPasswordProblem } from '@/domain/accounts/resets/reset-commands';
import * as resetCommands from '@/domain/accounts/resets/reset-commands';
import * as endCommands from '@/domain/accounts/sessions/end-commands';
import { otherSessionsInput, ownSessionInput } from '@/domain/accounts/sessions/open-session';
import * as digestCommands from '@/domain/digest/digest-commands';
import { digestInput } from '@/domain/digest/digest-input';
import { problem, type Result } from '@/domain/result';
import { mayTryOwnPassword } from '@/server/sign-in/reset-limit';
import { getSessionId, requireOwner } from '@/server/sign-in/session';
import { proven } from './proven';

export const chooseDigest = formAction(digestInput, digestCommands.chooseDigest, ({ wanted }) => ({
  to: `/admin/accounts/own?said=${wanted === 'yes' ? 'on' : 'off'}`,
}));

export const endOwnSession = formAction(ownSessionInput, endCommands.endOwnSession, () => ({
  to: '/admin/accounts/own?said=ended',
}));

export const endOtherSessions = formAction(
  otherSessionsInput,
  async (viewer) => endCommands.endOtherSessions(viewer, { but: await getSessionId() }),
  () => ({ to: '/admin/accounts/own?said=endedAll' }),
);

/** Tries of the old password are counted before any is hashed. */
export const changePassword = formAction(
  ownPasswordInput,
  async (viewer, input): Promise<Result<{ id: string }, OwnPasswordProblem | 'tried-often'>> =>
    (await mayTryOwnPassword(viewer.accountId))
      ? resetCommands.changePassword(viewer, input, await getSessionId())
      : problem('tried-often'),
  () => ({ to: '/admin/accounts/own?said=password' }),
);

export const endOwnTie = formAction(
  ownTieInput,
  async (viewer, input) => tieCommands.endOwnTie(viewer, input, await getSessionId()),
  () => ({ to: '/admin/accounts/own?said=untiedProvider' }),
);

/** With her password each time: it lets somebody else open her account. */
export const reopenOwnTie = formAction(
  reopenInput,
  (owner, input) => proven(tieCommands.reopenOwnTie)({ ...owner, isFresh: false }, input),
  () => ({ to: '/admin/accounts/own?said=reopenedProvider' }),
  requireOwner,
);
