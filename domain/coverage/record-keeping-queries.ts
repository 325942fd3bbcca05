import { may } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { fromDate, toDate, today } from '@/domain/days/day';
import { findUnit } from '@/domain/units/queries';
import { db } from '@/prisma/client';
import type { RecordKeeping } from './record-keeping';

/** Whether a commune keeps its records here today; null for other units and beyond the viewer's reach. */
export async function findRecordKeeping(viewer: Viewer, unitId: string): Promise<RecordKeeping | null> {
  const [unit, kept] = await Promise.all([
    findUnit(viewer, unitId, 'coverage.see'),
    db.recordKeeping.findFirst({
      where: {
        unitId,
        validFrom: { lte: toDate(today()) },
        OR: [{ validTo: null }, { validTo: { gt: toDate(today()) } }],
      },
      select: { validFrom: true },
    }),
  ]);
  if (unit?.level !== 'commune') return null;
  return { since: kept && fromDate(kept.validFrom), mayDeclare: may(viewer, 'coverage.declare', unit.path) };
}
