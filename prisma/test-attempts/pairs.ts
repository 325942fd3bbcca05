import { expect } from 'vitest';
import { today } from '@/domain/day';
import { endPair } from '@/domain/pairs/change-commands';
import { pairUp } from '@/domain/pairs/commands';
import { findPair } from '@/domain/pairs/queries';
import { db } from '@/prisma/client';
import { createPair } from '@/prisma/factories/pairs';
import { makeMember } from '@/prisma/test-union';
import { type AttemptStage, type Attempts, done } from './attempt';

export function pairsAttempts({ union, province }: AttemptStage): Attempts<'pairs'> {
  const pair = async () => {
    const [instructor, learner] = [await makeMember(union.khuPho5), await makeMember(union.khuPho5)];
    return (await createPair(db, union.khuPho5, { id: instructor }, { id: learner }, { from: '2026-01-10' })).id;
  };
  return {
    'pairs.see': async (viewer) => (await findPair(viewer, await pair())) !== null,
    'pairs.pair-up': async (viewer) => {
      const [instructorId, learnerId] = [await makeMember(union.khuPho5), await makeMember(union.khuPho5)];
      return done(await pairUp(viewer, { unitId: union.khuPho5.id, instructorId, learnerId, from: today() }));
    },
    'pairs.end': async (viewer) => {
      const found = (await findPair(province, await pair())) ?? expect.unreachable();
      return done(await endPair(viewer, { pairId: found.id, version: found.version, day: today(), reason: 'đã thạo' }));
    },
  };
}
