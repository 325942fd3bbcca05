import type { Viewer } from '@/domain/access/viewer';
import { activeOn, addDays, startOf, today } from '@/domain/days/day';
import { KEPT_DAYS } from '@/domain/phone/phone';
import { type SummaryRow, summarySelect } from '@/domain/trainings/session-view';
import { nameToday } from '@/domain/units/unit';
import { db } from '@/prisma/client';
import { registerOf } from '../attendance';
import { ROSTERS_MAX } from '../delivery';
import { headOf, lineSelect, onRegister, toListed } from '../register/register-view';
import { listPublishedGroups } from './group-queries';
import { AHEAD_DAYS, type HallSession, ROSTER_MAX, type Roster } from './roster';

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

const toHallSession = (row: SummaryRow, viewer: Viewer): HallSession => ({
  ...headOf(row, viewer.locale),
  startsAt: row.startsAt.getTime(),
  endsAt: row.endsAt.getTime(),
  own: row.sessionTrainers.some(({ trainerId }) => trainerId === viewer.personId),
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

/** The lists of these sessions, with everybody who has a place, waits, or was marked. */
export async function listRosters(viewer: Viewer, sessionIds: string[]): Promise<Roster[]> {
  const rows = await db.session.findMany({
    where: { AND: [registerOf(viewer, 'attendance.take')], id: { in: sessionIds } },
    select: {
      ...summarySelect(),
      enrolments: {
        where: onRegister(),
        orderBy: { arrivalNo: 'asc' },
        select: { ...lineSelect(), ticketHash: true },
        take: ROSTER_MAX,
      },
    },
    take: ROSTERS_MAX,
  });
  const [units, groups] = await Promise.all([
    unitsBelow(rows.map(({ unit }) => unit.id)),
    listPublishedGroups(
      rows.map(({ unit, enrolments }) => ({
        unitId: unit.id,
        communeId: unit.unitSpans[0]?.communeId ?? null,
        rows: enrolments,
      })),
    ),
  ]);
  return rows.map((row) => ({
    ...toHallSession(row, viewer),
    units: units.get(row.unit.id) ?? [],
    people: row.enrolments.map((enrolment) => ({
      ...toListed(enrolment),
      group: groups.get(enrolment.id) ?? null,
      ticket: enrolment.ticketHash ? Buffer.from(enrolment.ticketHash).toString('hex') : null,
    })),
  }));
}

/** The groups of a sub-association, or the sub-associations of a commune: where a woman at the door may belong. */
async function unitsBelow(hostIds: string[]): Promise<Map<string, { id: string; name: string }[]>> {
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
