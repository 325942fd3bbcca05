import { type Day, fromDate } from '@/domain/days/day';
import { problem } from '@/domain/result';
import type { Transaction } from '@/prisma/transaction';

/**
 * Keeps units as they are until the end of the change, in one order for everybody: a restructuring waits. Before other
 * rows are locked, as it does itself.
 */
export const holdUnits = (tx: Transaction, ids: readonly string[]) =>
  tx.$queryRaw`SELECT 1 AS held FROM unit WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR SHARE`;

/**
 * Why nobody may come into a unit on a day: it is not open yet, or no more. A restructuring waits until the end of
 * the change. Ask before other rows are locked: it locks its units first.
 */
export async function refusalOfUnitDay(tx: Transaction, unitId: string, day: Day) {
  await holdUnits(tx, [unitId]);
  const unit = await tx.unit.findUniqueOrThrow({ where: { id: unitId }, select: { openedOn: true, closedOn: true } });
  const opened = fromDate(unit.openedOn);
  if (day < opened) return problem('unit-not-open', { day: opened });
  const closed = unit.closedOn && fromDate(unit.closedOn);
  return closed && day >= closed ? problem('unit-closed', { day: closed }) : null;
}
