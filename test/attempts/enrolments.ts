import { enrolMembers, seeParticipantPhone } from '@/domain/enrolments/enrol-commands';
import { listParticipants } from '@/domain/enrolments/participants/participant-queries';
import { listTopicWaits } from '@/domain/enrolments/topic-waits/topic-wait-queries';
import { db } from '@/prisma/client';
import { createEnrolment } from '@/test/factories/trainings';
import { newPhone } from '@/test/stages/enrolments';
import { makeApproved } from '@/test/stages/trainings';
import { makeMember } from '@/test/union';
import { type AttemptStage, type Attempts, done } from '../attempt';

export function enrolmentsAttempts({ union, courseId }: AttemptStage): Attempts<'enrolments'> {
  let days = 300;
  const session = () => makeApproved({ unit: union.khuPho5, courseId }, days++);
  return {
    'enrolments.see': async (viewer) => (await listParticipants(viewer, (await session()).id)) !== null,
    'enrolments.see-waits': async (viewer) => {
      const unitId = union.khuPho5.id;
      await db.topicWait.create({
        data: { courseId, unitId, name: 'Cô Sáu', phone: newPhone('+84') },
        select: { id: true },
      });
      return (await listTopicWaits(viewer)).some(({ communes }) => communes.some(({ id }) => id === unitId));
    },
    'enrolments.see-phone': async (viewer) => {
      const [{ id: sessionId }, personId] = [await session(), await makeMember(union.khuPho5)];
      const { id } = await createEnrolment(db, { id: sessionId }, { id: personId }, 1);
      await db.enrolment.update({ where: { id }, data: { phone: '+84912345678' }, select: { id: true } });
      return done(await seeParticipantPhone(viewer, { sessionId, enrolmentId: id }));
    },
    'enrolments.enrol': async (viewer) =>
      done(
        await enrolMembers(viewer, {
          sessionId: (await session()).id,
          personIds: [await makeMember(union.khuPho5)],
        }),
      ),
  };
}
