import { type Day, fromDate } from '@/domain/day';
import { problem } from '@/domain/result';
import type { Transaction } from '@/prisma/transaction';

/** What keeps somebody out of a unit on a day: it was not open yet, or is open no more. */
export async function refusalOfUnitDay(tx: Transaction, unitId: string, day: Day) {
  const unit = await tx.unit.findUniqueOrThrow({ where: { id: unitId }, select: { openedOn: true, closedOn: true } });
  const opened = fromDate(unit.openedOn);
  if (day < opened) return problem('unit-not-open', { day: opened });
  const closed = unit.closedOn && fromDate(unit.closedOn);
  return closed && day >= closed ? problem('unit-closed', { day: closed }) : null;
}
