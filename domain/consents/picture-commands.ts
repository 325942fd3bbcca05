import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import { findConsentPerson, listRecords } from './consent-queries';
import type { NotInPictureInput } from './picture';
import { findAskedPicture } from './picture-queries';

/**
 * Says that a person is not in a picture she was named with. What she answered for it stays on record; the picture no
 * longer goes by it.
 */
export async function sayNotInPicture(
  viewer: Viewer,
  { personId, pictureId }: NotInPictureInput,
): Promise<Result<{ personId: string }, 'not-found'>> {
  const person = await findConsentPerson(viewer, personId, 'consents.record');
  if (!person || !(await findAskedPicture(viewer, pictureId))) return problem('not-found');
  const records = await listRecords(viewer, personId);
  return transaction(async (tx) => {
    const { count } = await tx.mediaPerson.deleteMany({ where: { pictureId, personId: { in: records } } });
    if (count === 0) return problem('not-found');
    await record(tx, viewer, {
      verb: 'changed',
      action: 'sayNotInPicture',
      subjectType: 'person',
      subjectId: personId,
      unitId: person.keeperUnitId,
      change: { pictureId },
    });
    return ok({ personId });
  });
}
