import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import { findAccount } from '../queries';
import { tellOfFactor } from '../second-factors/factor-mail-writes';
import type { AccountTieInput, OwnTieInput, ReopenInput } from './provider-tie';
import { endTie } from './tie-writes';

/** Ends her own tie: the provider opens her account no more, until she reopens it. The session in which she asks goes on. */
export const endOwnTie = (
  viewer: Pick<Viewer, 'accountId'>,
  { tieId }: OwnTieInput,
  sessionId: string | null,
): Promise<Result<{ id: string }, 'tie-over'>> =>
  transaction(async (tx) => {
    const { accountId } = viewer;
    if (!(await endTie(tx, { accountId, tieId, by: accountId, but: sessionId }))) return problem('tie-over');
    const subject = { subjectType: 'account', subjectId: accountId };
    await record(tx, viewer, { verb: 'ended', action: 'endOwnTie', ...subject });
    return ok({ id: tieId });
  });

/**
 * Lets the provider open her account again: the next time she signs in there, an address that it has verified ties it anew. She has just typed her
 * password (0263).
 */
export const reopenOwnTie = (
  viewer: Pick<Viewer, 'accountId'>,
  { tieId }: ReopenInput,
): Promise<Result<{ id: string }, 'tie-over'>> =>
  transaction(async (tx) => {
    const { accountId } = viewer;
    const { count } = await tx.providerTie.updateMany({
      where: { id: tieId, accountId, endedAt: { not: null }, reopenedAt: null },
      data: { reopenedAt: new Date() },
    });
    if (count === 0) return problem('tie-over');
    const subject = { subjectType: 'account', subjectId: accountId };
    await record(tx, viewer, { verb: 'changed', action: 'reopenOwnTie', ...subject });
    await tellOfFactor(tx, accountId, { what: 'provider-reopened' });
    return ok({ id: tieId });
  });

/** Ends the tie of an account, and every session that it opened, by whoever may take every role that it holds. */
export async function endTieOfAccount(
  viewer: Viewer,
  { accountId, tieId }: AccountTieInput,
): Promise<Result<{ accountId: string }, 'not-found' | 'not-allowed' | 'yourself' | 'tie-over'>> {
  const account = await findAccount(viewer, accountId);
  if (!account) return problem('not-found');
  if (account.id === viewer.accountId) return problem('yourself');
  if (!account.mayEndSessions) return problem('not-allowed');
  return transaction(async (tx) => {
    if (!(await endTie(tx, { accountId: account.id, tieId, by: viewer.accountId }))) return problem('tie-over');
    const subject = { subjectType: 'account', subjectId: account.id };
    await record(tx, viewer, { verb: 'ended', action: 'endTieOfAccount', ...subject });
    return ok({ accountId: account.id });
  });
}
