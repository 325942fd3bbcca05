import type { Viewer } from '@/domain/access/viewer';
import { personsWithin } from '@/domain/people/person';
import { listPublishedNames } from '@/domain/units/name-queries';
import { db } from '@/prisma/client';

type Named = { actorId: string | null; unitId: string | null; subjectType: string; subjectId: string | null };

const given = (ids: (string | null)[]) => [...new Set(ids.filter((id) => id !== null))];

/**
 * Names of today for the ids of these lines: accounts, units, and of persons those whom the viewer may see. The trail
 * has no foreign keys and outlives everything, so names are looked up beside it.
 */
export async function listAuditNames(viewer: Viewer, rows: readonly Named[]): Promise<Map<string, string>> {
  const subjects = (type: string) => rows.flatMap((row) => (row.subjectType === type ? [row.subjectId] : []));
  const accountIds = given([...rows.map(({ actorId }) => actorId), ...subjects('account')]);
  const unitIds = given([...rows.map(({ unitId }) => unitId), ...subjects('unit')]);
  const personIds = given(subjects('person'));
  const [accounts, units, persons] = await Promise.all([
    db.account.findMany({
      where: { id: { in: accountIds } },
      select: { id: true, displayName: true },
      take: accountIds.length,
    }),
    listPublishedNames(unitIds),
    db.person.findMany({
      where: { AND: [{ id: { in: personIds } }, personsWithin(viewer, 'people.see')] },
      select: { id: true, fullName: true },
      take: personIds.length,
    }),
  ]);
  return new Map([
    ...units,
    ...accounts.map(({ id, displayName }): [string, string] => [id, displayName]),
    ...persons.map(({ id, fullName }): [string, string] => [id, fullName ?? '']),
  ]);
}
