import { may } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, fromDate, toDate, today } from '@/domain/days/day';
import { findUnit } from '@/domain/units/queries';
import { db } from '@/prisma/client';
import type { RecordKeeping } from './record-keeping';

const ROWS_MAX = 50;

/** Whether a commune keeps its records here today, and until when it did; null for other units and beyond the viewer's reach. */
export async function findRecordKeeping(viewer: Viewer, unitId: string): Promise<RecordKeeping | null> {
  const [unit, rows] = await Promise.all([
    findUnit(viewer, unitId, 'coverage.see'),
    db.recordKeeping.findMany({
      where: { unitId, validFrom: { lte: toDate(today()) } },
      orderBy: { validFrom: 'desc' },
      select: { validFrom: true, validTo: true, endReason: true },
      take: ROWS_MAX,
    }),
  ]);
  if (unit?.level !== 'commune') return null;
  const [last] = rows.filter(({ validFrom, validTo }) => !validTo || validFrom < validTo);
  const ended = last?.validTo && fromDate(last.validTo);
  const isHeard = last && (!ended || ended > today());
  return {
    since: isHeard ? fromDate(last.validFrom) : null,
    ceased: last && ended && !isHeard ? { lastDay: addDays(ended, -1), reason: last.endReason } : null,
    mayDeclare: may(viewer, 'coverage.declare', unit.path),
  };
}
