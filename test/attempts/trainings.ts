import { announceCallInput } from '@/domain/calls/call';
import { announceCall } from '@/domain/calls/commands';
import { createCourse } from '@/domain/courses/commands';
import { createCourseInput } from '@/domain/courses/course';
import { proposeSession } from '@/domain/trainings/commands';
import { cancelSession, decideSession } from '@/domain/trainings/decision-commands';
import { editSession } from '@/domain/trainings/edit-commands';
import { findSession } from '@/domain/trainings/queries';
import { editSessionInput, proposeSessionInput } from '@/domain/trainings/session-inputs';
import { createVenue } from '@/domain/venues/commands';
import { venueInput } from '@/domain/venues/venue';
import { db } from '@/prisma/client';
import { createSkill } from '@/test/factories/trainings';
import { inDays, makeApproved, makeProposal, versionOf as versionOfSession } from '@/test/stages/trainings';
import { type AttemptStage, type Attempts, done } from '../attempt';

export function trainingsAttempts(stage: AttemptStage): Attempts<'trainings'> {
  let days = 20;
  /** No two attempts meet on a day. */
  const anotherDay = () => days++;
  return { ...attemptsOnSessions(stage, anotherDay), ...attemptsAroundSessions(stage, anotherDay) };
}

/** A session from the proposal to its end. */
function attemptsOnSessions({ union, courseId, venueId }: AttemptStage, anotherDay: () => number) {
  const session = () => ({ unit: union.khuPho5, courseId, venueId });
  const form = (over: object) => ({
    courseId,
    venueId,
    unitId: union.khuPho5.id,
    from: '08:00',
    to: '09:00',
    seats: '20',
    day: inDays(anotherDay()),
    mode: 'in_person',
    audience: 'everyone',
    notes: '',
    ...over,
  });
  return {
    'trainings.see': async (viewer) =>
      (await findSession(viewer, (await makeApproved(session(), anotherDay())).id)) !== null,
    'trainings.propose': async (viewer) => done(await proposeSession(viewer, proposeSessionInput.parse(form({})))),
    'trainings.decide': async (viewer) => {
      const { id } = await makeProposal(session(), anotherDay());
      return done(
        await decideSession(viewer, { sessionId: id, version: await versionOfSession(id), decision: 'approve' }),
      );
    },
    'trainings.edit': async (viewer) => {
      const { id } = await makeApproved(session(), anotherDay());
      const input = form({ sessionId: id, version: String(await versionOfSession(id)), reason: 'đổi giờ học' });
      return done(await editSession(viewer, editSessionInput.parse(input)));
    },
    'trainings.cancel': async (viewer) => {
      const { id } = await makeApproved(session(), anotherDay());
      return done(
        await cancelSession(viewer, { sessionId: id, version: await versionOfSession(id), reason: 'trời bão lớn' }),
      );
    },
  } satisfies Partial<Attempts<'trainings'>>;
}

/** What sessions are held by: courses, places and those who teach. */
function attemptsAroundSessions({ union, courseId }: AttemptStage, anotherDay: () => number) {
  return {
    'trainings.keep-courses': async (viewer) => {
      const { id } = await db.skill.findFirstOrThrow({ select: { id: true } }).catch(() => createSkill(db));
      const name = `Course ${anotherDay()}`;
      const words = {
        titleVi: name,
        titleEn: name,
        descriptionVi: 'Cầm tay chỉ việc',
        descriptionEn: 'Hands on, slowly',
      };
      const kind = { level: 'basic', minutes: '60', language: 'vi', audience: 'everyone', skillIds: [id] };
      return done(await createCourse(viewer, createCourseInput.parse({ ...words, ...kind })));
    },
    'trainings.call': async (viewer) =>
      done(
        await announceCall(
          viewer,
          announceCallInput.parse({ courseId, unitId: union.khuPho5.id, wantedOn: inDays(anotherDay()), note: '' }),
        ),
      ),
    'trainings.keep-venues': async (viewer) =>
      done(
        await createVenue(viewer, venueInput.parse({ unitId: union.khuPho5.id, name: `Nhà văn hóa ${anotherDay()}` })),
      ),
  } satisfies Partial<Attempts<'trainings'>>;
}
