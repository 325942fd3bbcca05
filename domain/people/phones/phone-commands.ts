import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import { personsWithin } from '../person';
import { numbersOf } from './number-queries';
import { shownPhone } from './phone';
import { unveilPhones } from './unveil-phones-writes';

/**
 * Her phone in full, for who may ask. That it was read, by whom and of whom, goes into the trail before it is shown; the
 * number itself does not. 'no-phone' where none is kept.
 */
export async function seePhone(
  viewer: Viewer,
  { personId }: { personId: string },
): Promise<Result<{ phone: string }, 'not-found' | 'not-allowed' | 'no-phone'>> {
  if (!isId(personId)) return problem('not-found');
  const noted = await transaction(async (tx) => {
    const seen = await tx.person.findFirst({
      where: { id: personId, ...personsWithin(viewer, 'people.see') },
      select: { phone: true, keeperUnitId: true },
    });
    if (!seen) return problem('not-found');
    const allowed = await tx.person.count({ where: { id: personId, ...personsWithin(viewer, 'people.see-phone') } });
    if (!allowed) return problem('not-allowed');
    if (!seen.phone) return problem('no-phone');
    return ok(
      await unveilPhones(
        tx,
        viewer,
        {
          verb: 'read',
          action: 'seePhone',
          subjectType: 'person',
          subjectId: personId,
          unitId: seen.keeperUnitId,
        },
        personId,
      ),
    );
  });
  if (!noted.ok) return noted;
  const phone = (await numbersOf(viewer, noted.value.opening)).get(personId);
  return phone ? ok({ phone: shownPhone(phone) }) : problem('no-phone');
}
