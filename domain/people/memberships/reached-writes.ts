import type { Permission } from '@/domain/access/permissions';
import type { Viewer } from '@/domain/access/viewer';
import { holdUnits } from '@/domain/units/unit-day';
import type { Transaction } from '@/prisma/transaction';
import { lockPerson } from './leaving-writes';
import { type PersonToChange, readReached } from './reached';

/**
 * Holds the units of a change with the one that keeps her record, then her, and asks again who may: whoever moved her or her unit
 * meanwhile has, and nobody does before the change is through.
 */
export async function holdReached(
  tx: Transaction,
  viewer: Viewer,
  { id, keeper }: PersonToChange,
  permission: Permission,
  ...unitIds: string[]
): Promise<PersonToChange | null> {
  await holdUnits(tx, [keeper.id, ...unitIds]);
  await lockPerson(tx, id);
  return readReached(tx, viewer, id, permission);
}
