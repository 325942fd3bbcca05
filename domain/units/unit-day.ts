import { type Day, fromDate } from '@/domain/days/day';
import { problem } from '@/domain/result';
import type { Transaction } from '@/prisma/transaction';

/**
 * Why nobody may come into a unit on a day: it is not open yet, or no more. A restructuring waits until the end of
 * the change. Ask before other rows are locked: it locks its units first.
 */
export async function refusalOfUnitDay(tx: Transaction, unitId: string, day: Day) {
  await tx.$queryRaw`SELECT 1 FROM unit WHERE id = ${unitId}::uuid FOR SHARE`;
  const unit = await tx.unit.findUniqueOrThrow({ where: { id: unitId }, select: { openedOn: true, closedOn: true } });
  const opened = fromDate(unit.openedOn);
  if (day < opened) return problem('unit-not-open', { day: opened });
  const closed = unit.closedOn && fromDate(unit.closedOn);
  return closed && day >= closed ? problem('unit-closed', { day: closed }) : null;
}
