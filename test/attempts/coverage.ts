import { listCoverage } from '@/domain/coverage/queries';
import { declareRecordKeeping } from '@/domain/coverage/record-keeping-commands';
import { toDate, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { type AttemptStage, type Attempts, done } from '../attempt';

export function coverageAttempts({ union }: AttemptStage): Attempts<'coverage'> {
  return {
    'coverage.see': async (viewer) => (await listCoverage(viewer, today())).length > 0,
    'coverage.declare': async (viewer) => {
      const ceased = { validTo: toDate(today()) };
      await db.recordKeeping.updateMany({ where: { unitId: union.longHung.id, validTo: null }, data: ceased });
      return done(await declareRecordKeeping(viewer, { unitId: union.longHung.id, from: today() }));
    },
  };
}
