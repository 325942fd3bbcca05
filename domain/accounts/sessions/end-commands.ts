import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { findAccount } from '../queries';
import { forgetDevices } from '../second-factors/device-writes';
import type { AccountSessionInput, OwnSessionInput } from './open-session';

type Ended = { count: number };

/** Ends one of her own sessions: it is over for its very next request. 'session-over' where it is over already, or is not hers. */
export async function endOwnSession(
  viewer: Viewer,
  { sessionId }: OwnSessionInput,
): Promise<Result<Ended, 'session-over'>> {
  return transaction(async (tx) => {
    const count = await end(tx, { accountId: viewer.accountId, id: sessionId }, 'ended-by-owner');
    if (count === 0) return problem('session-over');
    const subject = { subjectType: 'session', subjectId: sessionId };
    await record(tx, viewer, { verb: 'signed-out', action: 'endOwnSession', ...subject });
    return ok({ count });
  });
}

/** Ends all of her own sessions but the one in which she asks. */
export async function endOtherSessions(
  viewer: Viewer,
  { but }: { but: string | null },
): Promise<Result<Ended, 'session-over'>> {
  return transaction(async (tx) => {
    const others = { accountId: viewer.accountId, ...(but ? { id: { not: but } } : {}) };
    const count = await end(tx, others, 'ended-by-owner');
    if (count === 0) return problem('session-over');
    // whoever has one of those machines is asked for the second step again
    await forgetDevices(tx, viewer.accountId);
    const subject = { subjectType: 'account', subjectId: viewer.accountId };
    await record(tx, viewer, { verb: 'signed-out', action: 'endOtherSessions', ...subject, change: { count } });
    return ok({ count });
  });
}

export type EndSessionsProblem = 'not-found' | 'not-allowed' | 'yourself' | 'session-over';

/** Ends one session of an account, or all of them, by whoever may take every role that it holds. */
export async function endSessionsOfAccount(
  viewer: Viewer,
  { accountId, sessionId }: AccountSessionInput,
): Promise<Result<Ended & { accountId: string }, EndSessionsProblem>> {
  const account = await findAccount(viewer, accountId);
  if (!account) return problem('not-found');
  if (account.id === viewer.accountId) return problem('yourself');
  if (!account.mayEndSessions) return problem('not-allowed');
  return transaction(async (tx) => {
    const which = { accountId: account.id, ...(sessionId ? { id: sessionId } : {}) };
    const count = await end(tx, which, 'ended-by-official');
    if (count === 0) return problem('session-over');
    if (!sessionId) await forgetDevices(tx, account.id);
    const subject = { subjectType: 'account', subjectId: account.id };
    await record(tx, viewer, { verb: 'signed-out', action: 'endSessionsOfAccount', ...subject, change: { count } });
    return ok({ count, accountId: account.id });
  });
}

async function end(tx: Transaction, which: object, endReason: string): Promise<number> {
  const { count } = await tx.accountSession.updateMany({
    where: { ...which, endedAt: null, expiresAt: { gt: new Date() } },
    data: { endedAt: new Date(), endReason },
  });
  return count;
}
