import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { startOf, today } from '@/domain/days/day';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import type { FeedbackInput } from './feedback';
import { findFeedbackSession } from './feedback-queries';

/**
 * Keeps one woman's face and words, tied to nobody: neither who, nor when in the day, nor in which order. The same page
 * sent twice is one answer.
 */
export async function takeFeedback(
  viewer: Viewer,
  { sessionId, answerId, face, comment }: FeedbackInput,
): Promise<Result<{ id: string }, 'not-found'>> {
  const session = await findFeedbackSession(viewer, sessionId);
  if (!session) return problem('not-found');
  return transaction(async (tx) => {
    const { count } = await tx.sessionFeedback.createMany({
      data: [{ id: answerId, sessionId, face, comment: comment ?? null, givenAt: startOf(today()) }],
      skipDuplicates: true,
    });
    if (count > 0)
      await record(tx, viewer, {
        verb: 'created',
        action: 'takeFeedback',
        subjectType: 'session',
        subjectId: sessionId,
        unitId: session.unitId,
      });
    return ok({ id: sessionId });
  });
}
