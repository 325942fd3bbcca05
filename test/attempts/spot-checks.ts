import { expect } from 'vitest';
import { addDays, today } from '@/domain/days/day';
import { findSpotCheck } from '@/domain/spot-checks/check-queries';
import { announceSpotRound, withdrawSpotRound } from '@/domain/spot-checks/round-commands';
import { answerSpotCheck, remarkOnSpotCheck } from '@/domain/spot-checks/visit-commands';
import { type AttemptStage, type Attempts, done } from '../attempt';
import { makeSpotCheck } from '../stages/coverage/spot-checks';

export function spotChecksAttempts({ union, province }: AttemptStage): Attempts<'spot-checks'> {
  return {
    'spot-checks.draw': async (viewer) => {
      await makeSpotCheck({ unit: union.khuPho5, closed: true });
      const lastDay = addDays(today(), 7);
      const announced = await announceSpotRound(viewer, { countedOn: today(), percent: 3, lastDay });
      if (!announced.ok) return false;
      expect(await withdrawSpotRound(province, { roundId: announced.value.id, version: 1 })).toMatchObject({
        ok: true,
      });
      return true;
    },
    'spot-checks.see': async (viewer) => {
      const { id } = await makeSpotCheck({ unit: union.khuPho5, closed: true, result: 'held' });
      return (await findSpotCheck(viewer, id)) !== null;
    },
    // of the neighbour, and handed to whoever tries
    'spot-checks.visit': async (viewer) => {
      const { id, version } = await makeSpotCheck({ unit: union.ongHuong, visitorId: viewer.accountId });
      return done(await answerSpotCheck(viewer, { checkId: id, version, result: 'held', seenOn: today() }));
    },
    'spot-checks.remark': async (viewer) => {
      const { id, version } = await makeSpotCheck({ unit: union.khuPho5, closed: true, result: 'differs' });
      return done(await remarkOnSpotCheck(viewer, { checkId: id, version, remark: 'Đã cho ngừng Gia đình số' }));
    },
  };
}
