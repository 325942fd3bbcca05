import { listCoverage } from '@/domain/coverage/queries';
import { declareRecordKeeping } from '@/domain/coverage/record-keeping/record-keeping-commands';
import { ruleCoverage } from '@/domain/coverage/rulings/ruling-commands';
import { addDays, toDate, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { type AttemptStage, type Attempts, done } from '../attempt';

export function coverageAttempts({ union }: AttemptStage): Attempts<'coverage'> {
  return {
    'coverage.see': async (viewer) => (await listCoverage(viewer, today())).length > 0,
    'coverage.rule': async (viewer) => {
      const before = await db.coverageRuling.count();
      const reading = before % 2 === 0 ? 'both' : 'tied';
      const from = addDays(today(), before);
      return done(await ruleCoverage(viewer, { reading, from, decision: 'Công văn số 12 của Hội LHPN' }));
    },
    'coverage.declare': async (viewer) => {
      const ceased = { validTo: toDate(today()) };
      await db.recordKeeping.updateMany({ where: { unitId: union.longHung.id, validTo: null }, data: ceased });
      return done(await declareRecordKeeping(viewer, { unitId: union.longHung.id, from: today() }));
    },
  };
}
