import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { today } from '@/domain/days/day';
import { endPair } from '@/domain/pairs/change-commands';
import { pairUp } from '@/domain/pairs/commands';
import { recordContact, recordMetToday } from '@/domain/pairs/contacts/contact-commands';
import { addGoal, markGoal, removeGoal } from '@/domain/pairs/goals/goal-commands';
import { findPair } from '@/domain/pairs/queries';
import { db } from '@/prisma/client';
import { createGoal, createPair } from '@/test/factories/pairs';
import { createSkill } from '@/test/factories/trainings';
import { makeMember } from '@/test/union';
import { type AttemptStage, type Attempts, done } from '../attempt';

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
      return done(
        await endPair(viewer, { pairId: found.id, version: found.version, lastDay: today(), reason: 'goals-reached' }),
      );
    },
    // goals, marks and contacts go together: whoever may do one of them may do all
    'pairs.guide': async (viewer) => {
      const [pairId, skill, other] = [await pair(), await createSkill(db), await createSkill(db)];
      const goal = await createGoal(db, { id: pairId }, skill);
      const tries = [
        await addGoal(viewer, { pairId, skillId: other.id }),
        await markGoal(viewer, { goalId: goal.id, version: 1, level: 'alone', day: today() }),
        await recordContact(viewer, { id: randomUUID(), pairId, day: today(), minutes: 30 }),
        await recordMetToday(viewer, { pairId }),
        await removeGoal(viewer, { goalId: (await createGoal(db, { id: pairId }, await createSkill(db))).id }),
      ].map(done);
      expect(new Set(tries).size).toBe(1);
      return tries[0] === true;
    },
  };
}
