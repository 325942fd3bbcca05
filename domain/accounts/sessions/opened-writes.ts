import { record } from '@/domain/audit-writes';
import type { Transaction } from '@/prisma/transaction';
import { noteRememberedDevice } from '../second-factors/device-writes';
import { stepEnds } from '../second-factors/second-factor';
import { tokenHash } from '../token';
import { SESSION_LONGEST_HOURS } from './session-limit';

/** From where somebody signs in, with what her device says of itself: where it is remembered for her, her second factor is not asked for. */
export type From = { network: string | null; agent: string | null; devices?: readonly string[] };

/** The tie by which a provider vouches for her, and whether its word for a second factor counts. */
export type ByProvider = { tieId: string; step: boolean };

type Opened = From & { accountId: string; token: string; by?: ByProvider };

/** Opens a session of an account, which is locked. Where she has a second factor, and has shown none, it opens nothing yet. */
export async function openSession(tx: Transaction, opened: Opened): Promise<void> {
  const { accountId, token, network, agent, devices = [], by } = opened;
  const now = new Date();
  const hasFactor = (await tx.secondFactor.count({ where: { accountId } })) > 0;
  const isShown = by?.step === true || (hasFactor && (await noteRememberedDevice(tx, accountId, devices)));
  const owesStep = hasFactor && !isShown;
  const session = await tx.accountSession.create({
    data: {
      accountId,
      tokenHash: tokenHash(token),
      expiresAt: owesStep ? stepEnds(now) : new Date(now.getTime() + SESSION_LONGEST_HOURS * 3_600_000),
      secondFactorAt: isShown ? now : null,
      providerTieId: by?.tieId ?? null,
      providerStep: by?.step === true,
      network,
      agent: agent?.slice(0, 300) ?? null,
    },
    select: { id: true },
  });
  await record(
    tx,
    { accountId },
    {
      verb: owesStep ? 'created' : 'signed-in',
      action: owesStep ? 'beginSignIn' : 'signIn',
      subjectType: 'session',
      subjectId: session.id,
      ...(by && { change: { by: 'provider', step: by.step } }),
    },
  );
}
