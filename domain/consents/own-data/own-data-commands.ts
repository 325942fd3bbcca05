import type { Viewer } from '@/domain/access/viewer';
import { sealingKeys } from '@/domain/ground/sealing-keys';
import { ownNumbersOf } from '@/domain/people/phones/number-queries';
import { maskedPhone } from '@/domain/people/phones/phone';
import { unveilPhones } from '@/domain/people/phones/unveil-phones-writes';
import { ok, problem, type Result } from '@/domain/result';
import { db, transaction } from '@/prisma/client';
import { findConsentPerson, listAnswers } from '../consent-queries';
import { recordsOf } from '../records';
import { openFields } from '../sensitive/opened-queries';
import { consentToSeal, writtenFields } from '../sensitive/sealed-rows';
import type { OwnDataExport } from './own-data';
import { gatherOwnData } from './own-data-queries';

/**
 * Everything held on a person, to be handed to her: numbers whole, sensitive fields opened while her consent stands.
 * The trail tells who took it out, in which format and with which fields.
 */
export async function exportOwnData(
  viewer: Viewer,
  personId: string,
  format: 'json' | 'pdf',
): Promise<Result<OwnDataExport, 'not-found'>> {
  const person = await findConsentPerson(viewer, personId, 'own-data.export');
  if (!person) return problem('not-found');
  const { opening, unveil } = await transaction(async (tx) => {
    const fields = (await consentToSeal(tx, personId)) ? await writtenFields(tx, personId) : [];
    return unveilPhones(tx, viewer, {
      verb: 'exported',
      action: 'exportOwnData',
      subjectType: 'person',
      subjectId: personId,
      unitId: person.keeperUnitId,
      change: { format, fields },
    });
  });
  // the entry is kept before anything is opened for it (0245)
  const sensitiveOpened = await openFields(viewer, opening, sealingKeys());
  const numbers = await ownNumbersOf(viewer, opening);
  const show = (phone: string, rowId?: string) =>
    rowId === undefined ? unveil(phone) : (numbers.get(rowId) ?? maskedPhone(phone));
  const [ids, answers] = await Promise.all([recordsOf(db, personId), listAnswers(viewer, personId)]);
  const data = await gatherOwnData(viewer, { database: db, ids, answers: answers ?? [], show });
  return ok({ ...data, sensitiveOpened });
}
