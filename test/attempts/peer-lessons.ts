import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { today } from '@/domain/days/day';
import { correctPeerLesson, recordPeerLesson, takeBackPeerLesson } from '@/domain/peer-lessons/commands';
import { findPeerLesson } from '@/domain/peer-lessons/queries';
import { db } from '@/prisma/client';
import { createLesson } from '@/test/factories/peer-lessons';
import { createSkill } from '@/test/factories/trainings';
import { type AttemptStage, type Attempts, done } from '../attempt';

export function peerLessonsAttempts({ union }: AttemptStage): Attempts<'peer-lessons'> {
  const facts = async () => ({
    unitId: union.khuPho5.id,
    day: today(),
    topicId: (await createSkill(db, { campaignTopic: true })).id,
    minutes: 30,
    women: 2,
    learnerIds: [],
  });
  const lesson = async () => (await createLesson(db, union.khuPho5)).id;
  return {
    'peer-lessons.see': async (viewer) => (await findPeerLesson(viewer, await lesson())) !== null,
    'peer-lessons.record': async (viewer) =>
      done(await recordPeerLesson(viewer, { id: randomUUID(), ...(await facts()) })),
    // of what another one noted: correcting and taking back go together
    'peer-lessons.correct': async (viewer) => {
      const tries = [
        await correctPeerLesson(viewer, { lessonId: await lesson(), version: 1, ...(await facts()) }),
        await takeBackPeerLesson(viewer, { lessonId: await lesson() }),
      ].map(done);
      expect(new Set(tries).size).toBe(1);
      return tries[0] === true;
    },
  };
}
