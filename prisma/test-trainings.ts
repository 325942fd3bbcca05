import type { Viewer } from '@/domain/access/viewer';
import { addDays, instantAt, toDate, today } from '@/domain/day';
import { db } from './client';
import type { TestUnit } from './test-union';

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

type Wish = { unit: TestUnit; courseId: string; venueId?: string; trainerIds?: string[]; proposedById?: string };

/** A proposal that is already written, from `from` to `to` on the day in so many days. */
export async function makeProposal(wish: Wish, days: number, from = '14:00', to = '16:00') {
  const { unit, courseId, venueId, trainerIds = [], proposedById } = wish;
  const times = { startsAt: instantAt(inDays(days), from), endsAt: instantAt(inDays(days), to) };
  const slug = `session-${++count}`;
  const [row] = await db.$queryRaw<{ id: string }[]>`
    INSERT INTO session (id, course_id, unit_id, venue_id, slug, mode, starts_at, ends_at, seats, proposed_by_id)
    VALUES (app.uuid7(), ${courseId}::uuid, ${unit.id}::uuid, ${venueId ?? null}::uuid, ${slug}, 'in_person',
      ${times.startsAt}, ${times.endsAt}, 30, ${proposedById ?? null}::uuid) RETURNING id::text`;
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
