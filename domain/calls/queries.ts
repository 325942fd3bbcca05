import { may, pathOf, spanToday, withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { courseWords } from '@/domain/courses/course';
import { fromDate, toDate, today } from '@/domain/days/day';
import { visibleTo } from '@/domain/trainings/session';
import { nameToday } from '@/domain/units/unit';
import { db, type Prisma } from '@/prisma/client';
import { byUrgency, type Call, type CallState, daysLeftOf, gapOf, urgencyOf } from './call';

const OPEN_MAX = 200;
const CLOSED_MAX = 30;

const live = { state: { in: ['proposed' as const, 'approved' as const, 'held' as const] } };
const isOpen = { withdrawnAt: null, sessions: { none: live } };

/** Open calls of units where the viewer may propose a session, the most urgent first; at most 200. */
export async function listOpenCalls(viewer: Viewer): Promise<Call[]> {
  const stillThere = { OR: [{ closedOn: null }, { closedOn: { gt: toDate(today()) } }] };
  const rows = await read(
    viewer,
    { ...isOpen, unit: { AND: [withinReach(viewer, 'trainings.propose'), stillThere] } },
    OPEN_MAX,
  );
  return rows.sort(byUrgency);
}

/** The newest calls that were answered or withdrawn, where the viewer may announce some. */
export const listClosedCalls = (viewer: Viewer): Promise<Call[]> =>
  read(viewer, { NOT: isOpen, unit: withinReach(viewer, 'trainings.call') }, CLOSED_MAX);

async function read(viewer: Viewer, where: Prisma.TrainerCallWhereInput, take: number): Promise<Call[]> {
  const rows = await db.trainerCall.findMany({
    where,
    select: callSelect(viewer),
    orderBy: [{ wantedOn: 'desc' }, { id: 'asc' }],
    take,
  });
  const gaps = await gapsOf(rows.flatMap(({ unit }) => unit.unitSpans[0]?.communeId ?? []));
  return rows.map((row) => toCall(viewer, row, gaps.get(row.unit.unitSpans[0]?.communeId ?? '') ?? 0));
}

const callSelect = (viewer: Viewer) =>
  ({
    id: true,
    courseId: true,
    wantedOn: true,
    note: true,
    withdrawnAt: true,
    withdrawnReason: true,
    version: true,
    course: { select: { code: true, courseTexts: { select: { locale: true, title: true }, take: 2 } } },
    unit: { select: { id: true, slug: true, unitNames: nameToday(), unitSpans: spanToday() } },
    sessions: { where: { AND: [live, visibleTo(viewer)] }, select: { id: true }, take: 1 },
    _count: { select: { sessions: { where: live } } },
  }) satisfies Prisma.TrainerCallSelect;

type Row = Prisma.TrainerCallGetPayload<{ select: ReturnType<typeof callSelect> }>;

function toCall(viewer: Viewer, row: Row, gap: number): Call {
  const { id, courseId, note, withdrawnReason, version, course, unit } = row;
  const wantedOn = fromDate(row.wantedOn);
  const daysLeft = daysLeftOf(wantedOn, today());
  const state: CallState = row.withdrawnAt ? 'withdrawn' : row._count.sessions > 0 ? 'answered' : 'open';
  return {
    id,
    courseId,
    note,
    withdrawnReason,
    version,
    wantedOn,
    daysLeft,
    state,
    course: courseWords(course.courseTexts, viewer.locale)?.title ?? course.code,
    unit: { id: unit.id, name: unit.unitNames[0]?.name ?? unit.slug },
    urgency: urgencyOf({ daysLeft, gap }),
    gap: Math.round(100 * gap),
    sessionId: row.sessions[0]?.id ?? null,
    mayWithdraw: state === 'open' && may(viewer, 'trainings.call', pathOf(unit)),
  };
}

/** How much of these communes is not covered today, from the one definition in the database; both levels together. */
async function gapsOf(communeIds: string[]): Promise<Map<string, number>> {
  if (communeIds.length === 0) return new Map();
  const rows = await db.$queryRaw<{ communeId: string; units: number; covered: number; reported: boolean }[]>`
    SELECT commune_id::text AS "communeId", sum(units)::int AS units, sum(covered)::int AS covered,
      bool_and(state <> 'not_reported') AS reported
    FROM app.coverage(${toDate(today())}::date) WHERE commune_id = ANY (${[...new Set(communeIds)]}::uuid[]) GROUP BY commune_id`;
  return new Map(rows.map((row) => [row.communeId, gapOf(row)]));
}
