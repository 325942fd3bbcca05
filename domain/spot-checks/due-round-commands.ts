import { record } from '@/domain/audit-writes';
import { fromDate, toDate, today } from '@/domain/days/day';
import { transaction } from '@/prisma/client';
import { lockRounds, trailOf } from './round-writes';

/** One round is under way at a time; a restored database may hold more. */
const ROUNDS_AT_ONCE = 10;

/**
 * Closes every round whose last day is over: what was not answered lapses. One that was announced and never drawn is withdrawn. Says
 * how many; twice is once.
 */
export async function closeDueRounds(): Promise<number> {
  return transaction(async (tx) => {
    await lockRounds(tx);
    const due = await tx.spotRound.findMany({
      where: { closedAt: null, withdrawnAt: null, endsOn: { lte: toDate(today()) } },
      orderBy: { id: 'asc' },
      take: ROUNDS_AT_ONCE,
      select: { id: true, drawnAt: true, countedOn: true },
    });
    for (const { id, drawnAt, countedOn } of due) {
      const now = new Date();
      await tx.spotRound.update({
        where: { id },
        data: drawnAt ? { closedAt: now } : { withdrawnAt: now },
        select: { id: true },
      });
      const action = drawnAt ? 'closeSpotRound' : 'withdrawSpotRound';
      await record(tx, null, { ...trailOf(action, id), verb: 'ended', change: { countedOn: fromDate(countedOn) } });
    }
    return due.length;
  });
}
