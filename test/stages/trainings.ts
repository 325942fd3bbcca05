import type { Viewer } from '@/domain/access/viewer';
import { addDays, instantAt, toDate, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { makeUnion, makeViewer, type TestUnit } from '@/test/union';

/** Courses, halls and trainers for tests, and sessions as they stand after a decision. */
export const inDays = (days: number) => addDays(today(), days);
let count = 0;

export async function makeCourse(title = 'Sử dụng VNeID', code = `course-${++count}`): Promise<string> {
  const { id } = await db.course.create({
    data: {
      code,
      level: 'basic',
      minutes: 90,
      audience: 'everyone',
      courseTexts: {
        create: [
          { locale: 'vi', title, description: 'Cầm tay chỉ việc.', slug: `khoa-${code}` },
          { locale: 'en', title: `${title} (en)`, description: 'Hands on.', slug: code },
        ],
      },
    },
    select: { id: true },
  });
  return id;
}

export async function makeVenue(unit: TestUnit, name = 'Nhà văn hóa khu phố 5', seats = 60): Promise<string> {
  const { id } = await db.venue.create({
    data: { unitId: unit.id, name, seats, stepFree: true },
    select: { id: true },
  });
  return id;
}

/** A person with an account and the role of trainer for a unit, as the database holds it and as a viewer. */
export async function makeTrainer(unit: TestUnit, fullName: string): Promise<Viewer & { personId: string }> {
  const validFrom = toDate('2025-08-01');
  const person = await db.person.create({ data: { fullName, keeperUnitId: unit.id }, select: { id: true } });
  const account = await db.account.create({
    data: {
      personId: person.id,
      email: `trainer-${++count}@test.invalid`,
      displayName: fullName,
      roleGrantsAsAccount: { create: { role: 'trainer', unitId: unit.id, validFrom } },
    },
    select: { id: true },
  });
  const grants: Viewer['grants'] = [{ role: 'trainer', unitId: unit.id, path: unit.path }];
  return { accountId: account.id, personId: person.id, displayName: fullName, locale: 'vi', grants };
}

type Wish = {
  unit: TestUnit;
  courseId: string;
  venueId?: string;
  trainerIds?: string[];
  proposedById?: string;
  allDay?: boolean;
};

/** A proposal that is already written, from `from` on the day in so many days until it is next `to` o'clock. */
export async function makeProposal(wish: Wish, days: number, from = '14:00', to = '16:00') {
  const { unit, courseId, venueId, trainerIds = [], proposedById, allDay = false } = wish;
  const times = { startsAt: instantAt(inDays(days), from), endsAt: instantAt(inDays(to > from ? days : days + 1), to) };
  const slug = `session-${++count}`;
  const [row] = await db.$queryRaw<{ id: string }[]>`
    INSERT INTO session (id, course_id, unit_id, venue_id, slug, mode, starts_at, ends_at, all_day, seats, proposed_by_id)
    VALUES (app.uuid7(), ${courseId}::uuid, ${unit.id}::uuid, ${venueId ?? null}::uuid, ${slug}, 'in_person',
      ${times.startsAt}, ${times.endsAt}, ${allDay}, 30, ${proposedById ?? null}::uuid) RETURNING id::text`;
  const id = row?.id ?? '';
  await db.sessionTrainer.createMany({
    data: trainerIds.map((trainerId) => ({ sessionId: id, trainerId, state: 'proposed' as const, ...times })),
  });
  return { id, slug };
}

export const decided = (sessionId: string, kind: 'approved' | 'refused' | 'cancelled' | 'held') =>
  db.sessionDecision.create({ data: { sessionId, kind }, select: { id: true } });

export async function makeApproved(...wish: Parameters<typeof makeProposal>) {
  const session = await makeProposal(...wish);
  await decided(session.id, 'approved');
  return session;
}

export const versionOf = async (sessionId: string) =>
  (await db.session.findUniqueOrThrow({ where: { id: sessionId }, select: { version: true } })).version;

/** A union with a course, a hall of its Khu phố 5 and three who have to do with sessions there: two from within, one not. */
export async function makeTrainingStage() {
  const union = await makeUnion();
  return {
    union,
    official: await makeViewer('commune_official', union.longHung),
    elsewhere: await makeViewer('commune_official', union.trangDai),
    trainer: await makeTrainer(union.longHung, 'Trần Thị Mai'),
    courseId: await makeCourse(),
    hall: await makeVenue(union.khuPho5),
  };
}

/** The form of a session at that hall. */
export const sessionFields = (stage: Awaited<ReturnType<typeof makeTrainingStage>>, over: object = {}) => ({
  courseId: stage.courseId,
  unitId: stage.union.khuPho5.id,
  venueId: stage.hall,
  day: inDays(5),
  from: '14:00',
  to: '16:00',
  seats: '40',
  mode: 'in_person',
  audience: 'everyone',
  notes: '',
  ...over,
});

/** Sessions in every state, by what they are, in Long Hưng and in Trảng Dài ("there"), with a trainer of each. */
export async function makeEverySession() {
  const union = await makeUnion();
  const courseId = await makeCourse('Sử dụng VNeID', 'vneid');
  const mai = await makeTrainer(union.longHung, 'Trần Thị Mai');
  const hoa = await makeTrainer(union.trangDai, 'Lê Thị Hoa');
  const here = { unit: union.khuPho5, courseId };
  const there = { unit: union.ongHuong, courseId };
  const all = {
    waiting: await makeProposal({ ...here, proposedById: mai.accountId }, 2),
    others: await makeProposal(here, 3),
    approved: await makeApproved({ ...here, trainerIds: [mai.personId] }, 4),
    refused: await makeProposal(here, 5),
    taughtByHoa: await makeProposal({ ...here, trainerIds: [hoa.personId] }, 6),
    thereWaiting: await makeProposal(there, 2),
    thereApproved: await makeApproved(there, 4),
    cancelled: await makeApproved(here, 7),
    takenBack: await makeProposal(here, 8),
    held: await makeApproved(here, -3),
  };
  await decided(all.refused.id, 'refused');
  await decided(all.cancelled.id, 'cancelled');
  await decided(all.takenBack.id, 'cancelled');
  await decided(all.held.id, 'held');
  return { union, mai, hoa, all };
}

/** The names under which `makeEverySession` made these, in order. */
export const namesOf = (all: Record<string, { id: string }>, sessions: { id: string }[]) =>
  sessions.flatMap(({ id }) => Object.keys(all).filter((name) => all[name]?.id === id)).sort();
