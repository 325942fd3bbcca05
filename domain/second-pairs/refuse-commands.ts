import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import { findRequest } from './request-queries';
import type { RefuseInput } from './second-pair';
import { trail } from './second-pair-writes';

export type RefuseProblem = 'not-found' | 'request-over';

/** Says no to what was asked, with a reason; whoever asked takes it back in the same way. Nothing was done and nothing will be. */
export async function refuseAsSecond(
  viewer: Viewer,
  { requestId, reason }: RefuseInput,
): Promise<Result<{ isOwn: boolean }, RefuseProblem>> {
  const request = await findRequest(viewer, requestId);
  if (!request) return problem('not-found');
  return end(viewer, { ...request, reason });
}

/** What was asked is not what would be done any more: the request ends, and is asked for anew. */
export async function endChanged(viewer: Viewer, requestId: string): Promise<void> {
  const request = await findRequest(viewer, requestId);
  if (request) await end(viewer, { ...request, reason: null });
}

type Ended = { id: string; action: string; unitId: string | null; isOwn: boolean; reason: string | null };

const end = (viewer: Viewer, { id, action, unitId, isOwn, reason }: Ended) =>
  transaction(async (tx): Promise<Result<{ isOwn: boolean }, 'request-over'>> => {
    const { count } = await tx.secondPair.updateMany({
      where: { id, answer: null, expiresAt: { gt: new Date() } },
      data: { answer: 'declined', answeredById: viewer.accountId, answeredAt: new Date(), reason },
    });
    if (count === 0) return problem('request-over');
    await record(tx, viewer, trail('refused', 'refuseAsSecond', { id, unitId }, { of: action, reason }));
    return ok({ isOwn });
  });
