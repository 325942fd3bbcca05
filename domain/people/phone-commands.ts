import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit/record';
import { isId } from '@/domain/id';
import { ok, problem, type Result } from '@/domain/result';
import { db, transaction } from '@/prisma/client';
import { personsWithin } from './person';
import { shownPhone } from './phone';

/**
 * Her phone in full, for who may ask. That it was read, by whom and of whom, goes into the trail before it is shown; the
 * number itself does not. 'no-phone' where none is kept.
 */
export async function seePhone(
  viewer: Viewer,
  { personId }: { personId: string },
): Promise<Result<{ phone: string }, 'not-found' | 'not-allowed' | 'no-phone'>> {
  if (!isId(personId)) return problem('not-found');
  const seen = await db.person.findFirst({
    where: { id: personId, ...personsWithin(viewer, 'people.see') },
    select: { phone: true, keeperUnitId: true },
  });
  if (!seen) return problem('not-found');
  const allowed = await db.person.count({ where: { id: personId, ...personsWithin(viewer, 'people.see-phone') } });
  if (!allowed) return problem('not-allowed');
  const { phone, keeperUnitId } = seen;
  if (!phone) return problem('no-phone');
  return transaction(async (tx) => {
    await record(tx, viewer, {
      verb: 'read',
      action: 'seePhone',
      subjectType: 'person',
      subjectId: personId,
      unitId: keeperUnitId,
    });
    return ok({ phone: shownPhone(phone) });
  });
}
