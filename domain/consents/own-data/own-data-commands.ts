import type { Viewer } from '@/domain/access/viewer';
import { sealingKeys } from '@/domain/ground/sealing-keys';
import { unveilPhones } from '@/domain/people/phones/unveil-phones-writes';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import { findConsentPerson } from '../consent-queries';
import { consentToSeal, openFields } from '../sensitive/sealed-rows';
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
  return transaction(async (tx) => {
    const opened = (await consentToSeal(tx, personId)) ? await openFields(tx, personId, sealingKeys()) : [];
    const unveil = await unveilPhones(tx, viewer, [
      {
        verb: 'exported',
        action: 'exportOwnData',
        subjectType: 'person',
        subjectId: personId,
        unitId: person.keeperUnitId,
        change: { format, fields: opened.map(({ field }) => field) },
      },
    ]);
    const data = await gatherOwnData(viewer, { database: tx, personId, show: unveil });
    return ok({ ...data, sensitiveOpened: opened });
  });
}
