import { spanToday } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { activeOn, addDays, startOf, today } from '@/domain/day';
import { courseWords, summarySelect } from '@/domain/trainings/session-view';
import { nameToday } from '@/domain/units/unit';
import { db } from '@/prisma/client';
import { markOf, registerOf } from './attendance';
import { ROSTERS_MAX } from './delivery';
import { AHEAD_DAYS, type HallSession, KEPT_DAYS, ROSTER_MAX, type Roster } from './roster';

const OWN_MAX = 20;
const OTHERS_MAX = 30;
const UNITS_MAX = 80;

/** The sessions she teaches today and in the coming week, in order; for officials also those of today in their reach. */
export async function listHallSessions(viewer: Viewer): Promise<HallSession[]> {
  const from = startOf(today());
  const day = (days: number) => startOf(addDays(today(), days));
  const approved = { state: 'approved' as const, endsAt: { gte: from } };
  const [own, others] = await Promise.all([
    db.session.findMany({
      where: {
        AND: [registerOf(viewer, 'attendance.take'), { ...approved, startsAt: { lt: day(AHEAD_DAYS + 1) } }],
        sessionTrainers: { some: { trainerId: { in: viewer.personId ? [viewer.personId] : [] } } },
      },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      select: summarySelect(),
      take: OWN_MAX,
    }),
    db.session.findMany({
      where: { AND: [registerOf(viewer, 'attendance.take'), { ...approved, startsAt: { lt: day(1) } }] },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      select: summarySelect(),
      take: OTHERS_MAX,
    }),
  ]);
  const ids = new Set(own.map(({ id }) => id));
  return [...own, ...others.filter(({ id }) => !ids.has(id))]
    .map((row) => toHallSession(row, viewer))
    .sort((one, other) => one.startsAt - other.startsAt);
}

type SessionRow = {
  id: string;
  startsAt: Date;
  endsAt: Date;
  demo: boolean;
  course: { code: string; courseTexts: { locale: string; title: string }[] };
  unit: { slug: string; unitNames: { name: string }[] };
  venue: { name: string } | null;
  sessionTrainers: { trainerId: string }[];
};

const toHallSession = (row: SessionRow, viewer: Viewer): HallSession => ({
  id: row.id,
  title: courseWords(row.course.courseTexts, viewer.locale)?.title ?? row.course.code,
  place: row.venue?.name ?? row.unit.unitNames[0]?.name ?? row.unit.slug,
  startsAt: row.startsAt.getTime(),
  endsAt: row.endsAt.getTime(),
  own: row.sessionTrainers.some(({ trainerId }) => trainerId === viewer.personId),
  demo: row.demo,
});

/** The sessions of these whose list may be taken along today: hers, approved, neither long over nor far ahead. */
export async function listRosterSessions(
  viewer: Viewer,
  sessionIds: string[],
): Promise<{ id: string; unitId: string }[]> {
  return db.session.findMany({
    where: {
      AND: [registerOf(viewer, 'attendance.take')],
      id: { in: sessionIds },
      state: 'approved',
      endsAt: { gte: startOf(addDays(today(), -KEPT_DAYS)) },
      startsAt: { lt: startOf(addDays(today(), AHEAD_DAYS + 1)) },
    },
    select: { id: true, unitId: true },
    take: ROSTERS_MAX,
  });
}

const named = () => ({ select: { id: true, unitNames: nameToday(), unitSpans: spanToday() } });

/** The lists of these sessions, with everybody who has a place, waits, or was marked. */
export async function listRosters(viewer: Viewer, sessionIds: string[]): Promise<Roster[]> {
  const rows = await db.session.findMany({
    where: { AND: [registerOf(viewer, 'attendance.take')], id: { in: sessionIds } },
    select: {
      ...summarySelect(),
      enrolments: {
        where: {
          OR: [
            { state: { in: ['confirmed', 'waiting', 'offered'] } },
            { state: 'cancelled', attendance: { isNot: null } },
          ],
        },
        orderBy: { arrivalNo: 'asc' },
        select: {
          id: true,
          arrivalNo: true,
          name: true,
          seatNo: true,
          accessNeed: true,
          ticketHash: true,
          unit: named(),
          person: { select: { fullName: true } },
          attendance: { select: { mark: true, conflict: true } },
        },
        take: ROSTER_MAX,
      },
    },
    take: ROSTERS_MAX,
  });
  const [units, groupOf] = await Promise.all([unitsOf(rows.map(({ unit }) => unit.id)), groupNames(rows)]);
  return rows.map((row) => ({
    ...toHallSession(row, viewer),
    units: units.get(row.unit.id) ?? [],
    people: row.enrolments.map(({ id, arrivalNo, name, seatNo, accessNeed, ticketHash, unit, person, attendance }) => ({
      id,
      no: arrivalNo,
      name: name ?? person?.fullName ?? '',
      group: unit && groupOf(unit, row.unit.id),
      need: accessNeed,
      ticket: ticketHash ? Buffer.from(ticketHash).toString('hex') : null,
      seated: seatNo !== null,
      mark: markOf(attendance?.mark),
      conflict: attendance?.conflict ?? false,
    })),
  }));
}

type Named = { id: string; unitNames: { name: string }[]; unitSpans: { subAssociationId: string | null }[] };

/** "Tổ 1" where its own sub-association meets, "Tổ 1, Khu phố 5" where several do. */
async function groupNames(rows: { unit: { id: string }; enrolments: { unit: Named | null }[] }[]) {
  const above = (unit: Named) => unit.unitSpans[0]?.subAssociationId ?? unit.id;
  const ids = rows.flatMap((row) => row.enrolments.flatMap(({ unit }) => (unit ? [above(unit)] : [])));
  const found = await db.unit.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, unitNames: nameToday() },
    take: ROSTER_MAX,
  });
  const names = new Map(found.map(({ id, unitNames }) => [id, unitNames[0]?.name ?? '']));
  return (unit: Named, hostId: string) => {
    const own = unit.unitNames[0]?.name ?? '';
    return above(unit) === unit.id || above(unit) === hostId ? own : `${own}, ${names.get(above(unit))}`;
  };
}

/** The groups of a sub-association, or the sub-associations of a commune: where a woman at the door may belong. */
async function unitsOf(hostIds: string[]): Promise<Map<string, { id: string; name: string }[]>> {
  const below = await db.unitParent.findMany({
    where: { parentId: { in: hostIds }, ...activeOn(today()) },
    orderBy: { unit: { no: 'asc' } },
    select: { parentId: true, unit: { select: { id: true, unitNames: nameToday() } } },
    take: UNITS_MAX * ROSTERS_MAX,
  });
  const map = new Map<string, { id: string; name: string }[]>();
  for (const { parentId, unit } of below)
    map.set(parentId, [...(map.get(parentId) ?? []), { id: unit.id, name: unit.unitNames[0]?.name ?? '' }]);
  return map;
}
