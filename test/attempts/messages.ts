import { markTold, sendAgain } from '@/domain/messages/commands';
import { db } from '@/prisma/client';
import { makeApproved } from '@/test/stages/trainings';
import { makeMember } from '@/test/union';
import { type AttemptStage, type Attempts, done } from '../attempt';

/** Sessions of Khu phố 5 that whoever tries teaches herself: what makes it a trainer's own. */
export function messagesAttempts({ union, courseId, province }: AttemptStage): Attempts<'messages'> {
  let days = 300;
  const session = (trainerIds: string[] = []) => makeApproved({ unit: union.khuPho5, courseId, trainerIds }, days++);
  return {
    'messages.tell': async (viewer) => {
      const personId = await makeMember(union.khuPho5);
      const herself = { ...viewer, personId: await makeMember(union.trangDai) };
      const { id: sessionId } = await session([herself.personId]);
      const enrolment = await db.enrolment.create({
        data: { sessionId, personId, arrivalNo: 1, seatNo: 1, origin: 'official', state: 'confirmed' },
        select: { id: true },
      });
      const { id } = await db.outboxMessage.create({
        data: {
          kind: 'zalo',
          about: 'enrolled',
          locale: 'vi',
          dedupeKey: enrolment.id,
          sessionId,
          enrolmentId: enrolment.id,
        },
        select: { id: true },
      });
      return done(await markTold(herself, { messageIds: [id] }));
    },
    'messages.send-again': async (viewer) => {
      const { id: sessionId } = await session();
      const { id } = await db.outboxMessage.create({
        data: {
          kind: 'email',
          about: 'session-approved',
          locale: 'vi',
          dedupeKey: sessionId,
          state: 'failed',
          sessionId,
          accountId: province.accountId,
        },
        select: { id: true },
      });
      return done(await sendAgain(viewer, { messageId: id }));
    },
  };
}
