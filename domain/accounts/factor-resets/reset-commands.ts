import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import type { Second, StandingProblem } from '@/domain/second-pairs/second-pair';
import { bySecond, noteDone } from '@/domain/second-pairs/second-pair-writes';
import { transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { findAccount } from '../queries';
import type { AskResetInput } from '../second-factors/factor-input';
import { lockFactors } from '../second-factors/factor-writes';
import { RESET } from './reset-request';
import { dropFactors, factorIdsOf } from './reset-writes';

export type ResetProblem = 'not-found' | 'not-allowed' | 'yourself' | 'nothing-to-reset' | StandingProblem;

/**
 * Why she may not have to do with the factors of an account; null when she could give every role that it holds, and it is not her own.
 */
export async function whyNoReset(
  viewer: Viewer,
  accountId: string,
): Promise<'not-found' | 'not-allowed' | 'yourself' | null> {
  const account = await findAccount(viewer, accountId);
  if (!account || account.disabled) return 'not-found';
  if (account.id === viewer.accountId) return 'yourself';
  return account.mayVouch ? null : 'not-allowed';
}

/**
 * Asks that the factors somebody has lost be removed. With the word of a second, who must have the same right, they go, with codes and devices;
 * her sessions end, and she is told.
 */
export async function resetFactors(
  viewer: Viewer,
  { accountId, reason }: AskResetInput,
  second?: Second,
): Promise<Result<{ accountId: string; asked: boolean }, ResetProblem>> {
  const refused = await whyNoReset(viewer, accountId);
  if (refused) return problem(refused);
  return transaction(async (tx) => {
    await lockFactors(tx, accountId);
    const factorIds = (await factorIdsOf(tx, accountId)).sort();
    if (factorIds.length === 0) return problem(second ? 'changed-meanwhile' : 'nothing-to-reset');
    if (!second && (await isAskedFor(tx, accountId))) return problem('already-asked');
    const deed = { what: RESET, unitId: null, count: 1, content: { accountId, factorIds, reason } };
    const standing = await bySecond(tx, viewer, deed, second);
    if (!standing.ok) return standing;
    if (standing.value.asked) return ok({ accountId, asked: true });
    await dropFactors(tx, accountId);
    await noteDone(tx, standing.value);
    await record(tx, viewer, {
      verb: 'ended',
      action: 'resetFactors',
      subjectType: 'account',
      subjectId: accountId,
      change: { factors: factorIds.length, requestId: standing.value.requestId },
    });
    return ok({ accountId, asked: false });
  });
}

/** Whether somebody asked for it, whoever it was, and it waits. */
const isAskedFor = async (tx: Transaction, accountId: string): Promise<boolean> =>
  (await tx.secondPair.count({
    where: {
      action: RESET,
      answer: null,
      expiresAt: { gt: new Date() },
      payload: { path: ['accountId'], equals: accountId },
    },
  })) > 0;
