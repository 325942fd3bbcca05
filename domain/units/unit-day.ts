import { type Day, fromDate } from '@/domain/day';
import { problem } from '@/domain/result';
import type { Transaction } from '@/prisma/transaction';

/**
 * What keeps somebody out of a unit on a day: it was not open yet, or is open no more. Until the end of the change its days
 * stay as they were read: a restructuring waits, and one that is under way is waited for. Asked before other rows are
 * locked, as a restructuring locks its units first.
 */
export async function refusalOfUnitDay(tx: Transaction, unitId: string, day: Day) {
  await tx.$queryRaw`SELECT 1 FROM unit WHERE id = ${unitId}::uuid FOR SHARE`;
  const unit = await tx.unit.findUniqueOrThrow({ where: { id: unitId }, select: { openedOn: true, closedOn: true } });
  const opened = fromDate(unit.openedOn);
  if (day < opened) return problem('unit-not-open', { day: opened });
  const closed = unit.closedOn && fromDate(unit.closedOn);
  return closed && day >= closed ? problem('unit-closed', { day: closed }) : null;
}
