import { may } from '@/domain/access/access';
import type { Permission } from '@/domain/access/permissions';
import type { Viewer } from '@/domain/access/viewer';
import { toUnit, type Unit, unitSelect } from '@/domain/units/unit';
import type { Transaction } from '@/prisma/transaction';
import { personsWithin } from '../person';

/** A person of whom the viewer is about to change something; `kept`: her record is kept where the viewer may do this. */
export type PersonToChange = { id: string; keeper: Unit; kept: boolean };

/** A person whom the viewer reaches, as she stands now; null beyond her reach. */
export async function readReached(
  tx: Pick<Transaction, 'person'>,
  viewer: Viewer,
  personId: string,
  permission: Permission,
): Promise<PersonToChange | null> {
  const row = await tx.person.findFirst({
    where: { id: personId, ...personsWithin(viewer, 'people.see') },
    select: { id: true, keeperUnit: { select: unitSelect() } },
  });
  if (!row) return null;
  const keeper = toUnit(row.keeperUnit);
  return { id: row.id, keeper, kept: may(viewer, permission, keeper.path) };
}
