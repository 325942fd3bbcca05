import { mayAnywhere, withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { courseWords } from '@/domain/courses/course';
import { activeOn, today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { listMembers } from '@/domain/people/queries';
import { liveStates, unlessThere } from '@/domain/scales/enrolment-state';
import { findUnit } from '@/domain/units/queries';
import { nameToday } from '@/domain/units/unit';
import { db, type Prisma } from '@/prisma/client';
import { type MemberToEnrol, type SessionToJoin, unitsAbove } from './participants/participant';

const SESSIONS_MAX = 12;

/** Approved sessions to come that the viewer may enrol members into: of units within her reach, and of those above her. */
const openTo = (viewer: Viewer) => ({
  state: 'approved' as const,
  startsAt: { gt: new Date() },
  unit: {
    OR: [withinReach(viewer, 'enrolments.enrol'), { no: { in: unitsAbove(viewer, 'enrolments.enrol') } }],
  },
});

/** One session that the viewer may enrol members into, or null. */
export async function findSessionToJoin(viewer: Viewer, sessionId: string): Promise<SessionToJoin | null> {
  if (!isId(sessionId) || !mayAnywhere(viewer, 'enrolments.enrol')) return null;
  const row = await db.session.findFirst({ where: { AND: [{ id: sessionId }, openTo(viewer)] }, select: select() });
  return row && (await toJoin(viewer, [row]))[0];
}

/** The next sessions of units above hers: she does not run them, but her members may come. */
export async function listSessionsToJoin(viewer: Viewer): Promise<SessionToJoin[]> {
  const above = unitsAbove(viewer, 'enrolments.enrol');
  if (above.length === 0) return [];
  const rows = await db.session.findMany({
    where: {
      AND: [
        { state: 'approved', startsAt: { gt: new Date() }, unit: { no: { in: above } } },
        { NOT: { unit: withinReach(viewer, 'enrolments.enrol') } },
      ],
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    select: select(),
    take: SESSIONS_MAX,
  });
  return toJoin(viewer, rows);
}

const select = () =>
  ({
    id: true,
    slug: true,
    state: true,
    startsAt: true,
    endsAt: true,
    allDay: true,
    seats: true,
    course: { select: { code: true, courseTexts: { select: { locale: true, title: true }, take: 2 } } },
    venue: { select: { name: true } },
    unit: { select: { slug: true, unitNames: nameToday() } },
  }) as const;

type Row = Prisma.SessionGetPayload<{ select: ReturnType<typeof select> }>;

async function toJoin(viewer: Viewer, rows: Row[]): Promise<[SessionToJoin, ...SessionToJoin[]] | SessionToJoin[]> {
  const counts = await db.enrolment.groupBy({
    by: ['sessionId', 'state'],
    where: { sessionId: { in: rows.map(({ id }) => id) }, state: { in: [...liveStates] }, ...unlessThere() },
    _count: { _all: true },
  });
  const count = (id: string, waits: boolean) =>
    counts
      .filter(({ sessionId, state }) => sessionId === id && (state === 'waiting') === waits)
      .reduce((sum, { _count }) => sum + _count._all, 0);
  return rows.map(({ course, venue, unit, ...row }) => ({
    ...row,
    title: courseWords(course.courseTexts, viewer.locale)?.title ?? course.code,
    place: venue?.name ?? unit.unitNames[0]?.name ?? unit.slug,
    held: count(row.id, false),
    waiting: count(row.id, true),
  }));
}

/** Members of one of her units (or of one below), by name where words are given; a hundred a page. */
export async function listMembersToEnrol(
  viewer: Viewer,
  {
    sessionId,
    unitId,
    q,
    after,
  }: { sessionId: string; unitId: string; q?: string | undefined; after?: string | undefined },
): Promise<{ members: MemberToEnrol[]; next: string | null }> {
  if (!(await findUnit(viewer, unitId, 'enrolments.enrol'))) return { members: [], next: null };
  const { members, next } = await listMembers(viewer, { unitId, ...(q ? { q } : {}), ...(after ? { after } : {}) });
  const rows = await db.enrolment.findMany({
    where: { sessionId, state: { in: [...liveStates] }, personId: { in: members.map(({ id }) => id) } },
    select: { personId: true },
    take: members.length,
  });
  const enrolled = new Set(rows.map(({ personId }) => personId));
  return {
    members: members.map(({ id, name, birthYear, unitName }) => ({
      id,
      name,
      birthYear,
      unitName,
      enrolled: enrolled.has(id),
    })),
    next,
  };
}

/** The persons among these whom the viewer may enrol, with the unit that makes them hers; in no order. */
export async function findMembersToEnrol(viewer: Viewer, personIds: readonly string[]) {
  const unit = withinReach(viewer, 'enrolments.enrol');
  const rows = await db.person.findMany({
    where: {
      id: { in: [...personIds] },
      erasedOn: null,
      mergedIntoId: null,
      memberships: { some: { ...activeOn(today()), unit } },
    },
    select: {
      id: true,
      memberships: { where: { ...activeOn(today()), unit }, select: { unitId: true }, take: 1 },
    },
    take: personIds.length,
  });
  return rows.map(({ id, memberships }) => ({ id, unitId: memberships[0]?.unitId ?? null }));
}
