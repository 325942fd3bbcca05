import { today } from '@/domain/days/day';
import { setTarget } from '@/domain/targets/commands';
import { coverageIndicators, yearOf } from '@/domain/targets/target';
import { db } from '@/prisma/client';
import { type AttemptStage, type Attempts, done } from '../attempt';
import { makeIndicators } from '../stages/coverage/targets';

export function targetsAttempts({ union, province }: AttemptStage): Attempts<'targets'> {
  const about = { indicator: coverageIndicators.group, year: yearOf(today()), reason: 'Theo nghị quyết của Hội' };
  let value = 50;
  return {
    'targets.set': async (viewer) => {
      await makeIndicators();
      const said = await db.target.count({ where: { unitId: union.khuPho5.id } });
      if (said === 0) await setTarget(province, { ...about, unitId: union.province.id, value: 40, version: 0 });
      value += 1;
      return done(await setTarget(viewer, { ...about, unitId: union.khuPho5.id, value, version: said }));
    },
  };
}
