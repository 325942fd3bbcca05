import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit/record';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import { findPersonToChange } from './change-queries';
import { type NotSameInput, rememberNotSame } from './not-same';

/**
 * Says of two records that they are two women: both are kept where the viewer may change them. It is remembered until
 * the name, the year or the phone of one of them changes.
 */
export async function sayNotSame(
  viewer: Viewer,
  { oneId, otherId }: NotSameInput,
): Promise<Result<{ id: string }, 'not-found' | 'not-allowed'>> {
  if (oneId === otherId) return problem('not-found');
  const [one, other] = await Promise.all([
    findPersonToChange(viewer, oneId, 'people.record'),
    findPersonToChange(viewer, otherId, 'people.record'),
  ]);
  if (!one.ok) return one;
  if (!other.ok) return other;
  return transaction(async (tx) => {
    await rememberNotSame(tx, viewer.accountId, oneId, otherId);
    await record(tx, viewer, {
      verb: 'changed',
      action: 'sayNotSame',
      subjectType: 'person',
      subjectId: oneId,
      unitId: one.value.keeper.id,
      change: { otherId },
    });
    return ok({ id: oneId });
  });
}
