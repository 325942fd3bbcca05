import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import { refusal, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { holdPicture } from './answer-writes';
import { findConsentPerson, listRecords } from './consent-queries';
import type { NotInPictureInput } from './picture';
import { findAskedPicture } from './picture-queries';

/**
 * Says that a person is not in a picture she was named with; what she answered stays on record. `waits`: she had said no, so the picture is
 * seen nowhere until another says who is in it.
 */
export async function sayNotInPicture(
  viewer: Viewer,
  { personId, pictureId }: NotInPictureInput,
): Promise<Result<{ personId: string; waits: boolean }, 'not-found'>> {
  const person = await findConsentPerson(viewer, personId, 'consents.record');
  if (!person || !(await findAskedPicture(viewer, pictureId))) return problem('not-found');
  const records = await listRecords(viewer, personId);
  const takeOff = () =>
    transaction(async (tx) => {
      await holdPicture(tx, pictureId);
      const waits = await leaveToAnother(tx, viewer, personId, pictureId);
      const { count } = await tx.mediaPerson.deleteMany({ where: { pictureId, personId: { in: records } } });
      if (count === 0) return problem('not-found');
      await record(tx, viewer, {
        verb: 'changed',
        action: 'sayNotInPicture',
        subjectType: 'person',
        subjectId: personId,
        unitId: person.keeperUnitId,
        change: { pictureId, ...(waits && { waits }) },
      });
      return ok({ personId, waits });
    });
  try {
    return await takeOff();
  } catch (error) {
    // she says no to all pictures at the same moment: the second time it is known
    if (refusal(error) === 'taken_off_by_somebody') return takeOff();
    throw error;
  }
}

/** Where what she answered holds a picture back, another than the viewer says who is in it; says whether. */
async function leaveToAnother(tx: Transaction, { accountId }: Viewer, personId: string, pictureId: string) {
  const left = await tx.$executeRaw`
    UPDATE media_asset SET faces_not_by_ids = array_append(array_remove(faces_not_by_ids, ${accountId}::uuid), ${accountId}::uuid)
    WHERE id = ${pictureId}::uuid AND app.holds_picture_back(app.record_today(${personId}::uuid), id)
      AND EXISTS (SELECT FROM media_person m WHERE m.asset_id = media_asset.id AND app.record_today(m.person_id) = app.record_today(${personId}::uuid))`;
  return left > 0;
}
