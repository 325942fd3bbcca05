import type { Permission } from '@/domain/access/permissions';
import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import { courseWords, factsOf, summarySelect } from '@/domain/trainings/session-view';
import { db } from '@/prisma/client';
import { markOf, mayWith, registerOf } from './attendance';
import { groupDevices, type HeldBundle, type Register, type RegisterLine, type RegisterSession } from './register';
import { ROSTER_MAX } from './roster';

type Verb = Extract<Permission, `attendance.${string}`>;

const HELD_MAX = 500;
const DEVICES_MAX = 60;

/** The session as its register heads it; null when there is none or she may not do this with it, which is the same to her. */
export async function findRegisterSession(
  viewer: Viewer,
  sessionId: string,
  verb: Verb = 'attendance.see',
): Promise<RegisterSession | null> {
  if (!isId(sessionId)) return null;
  const row = await db.session.findFirst({
    where: { AND: [{ id: sessionId }, registerOf(viewer, verb)] },
    select: summarySelect(),
  });
  if (!row) return null;
  const facts = factsOf(row);
  return {
    id: row.id,
    unitId: row.unit.id,
    title: courseWords(row.course.courseTexts, viewer.locale)?.title ?? row.course.code,
    place: row.venue?.name ?? row.unit.unitNames[0]?.name ?? row.unit.slug,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    state: row.state,
    demo: row.demo,
    rights: {
      take: row.state === 'approved' && mayWith(viewer, 'attendance.take', facts),
      settle: mayWith(viewer, 'attendance.settle', facts),
      review: mayWith(viewer, 'attendance.review', facts),
    },
  };
}

/** The register of a session: a line for everybody with a place, who waits, or who was marked. Null as above. */
export async function findRegister(
  viewer: Viewer,
  sessionId: string,
  verb: Verb = 'attendance.see',
): Promise<Register | null> {
  const session = await findRegisterSession(viewer, sessionId, verb);
  if (!session) return null;
  const [lines, held, devices] = await Promise.all([
    listLines(session.id),
    session.rights.review ? listHeld(session.id) : [],
    session.rights.review ? listPhones(session.id) : [],
  ]);
  return { session, lines, held, devices };
}

/** For whoever has the session in hand already, and knows it to be hers. */
async function listLines(sessionId: string): Promise<RegisterLine[]> {
  const rows = await db.enrolment.findMany({
    where: {
      sessionId,
      OR: [
        { state: { in: ['confirmed', 'waiting', 'offered'] } },
        { state: 'cancelled', attendance: { is: { OR: [{ mark: { not: null } }, { conflict: true }] } } },
      ],
    },
    orderBy: { arrivalNo: 'asc' },
    select: {
      id: true,
      arrivalNo: true,
      name: true,
      seatNo: true,
      origin: true,
      accessNeed: true,
      unit: { select: { unitNames: { orderBy: { validFrom: 'desc' }, select: { name: true }, take: 1 } } },
      person: { select: { fullName: true } },
      attendance: { select: { mark: true, conflict: true, witnesses: true, lastArrival: true } },
      attendanceEvents: {
        where: { OR: [{ heldForReview: false }, { review: { is: { accepted: true } } }] },
        orderBy: { arrival: 'desc' },
        select: {
          deviceId: true,
          kind: true,
          mark: true,
          sequence: true,
          markedAt: true,
          clockOffsetMs: true,
          markedBy: { select: { displayName: true } },
          device: { select: { kind: true } },
        },
        take: 20,
      },
    },
    take: ROSTER_MAX,
  });
  return rows.map(({ unit, person, attendance, attendanceEvents, ...row }) => ({
    id: row.id,
    no: row.arrivalNo,
    name: row.name ?? person?.fullName ?? '',
    group: unit?.unitNames[0]?.name ?? null,
    need: row.accessNeed,
    seated: row.seatNo !== null,
    walkIn: row.origin === 'walk_in',
    mark: markOf(attendance?.mark),
    conflict: attendance?.conflict ?? false,
    witnesses: attendance?.witnesses ?? 0,
    lastArrival: String(attendance?.lastArrival ?? 0),
    voices: attendance?.conflict ? groupDevices(attendanceEvents) : [],
  }));
}

/** What waits for a decision, bundled by the phone it came from. */
async function listHeld(sessionId: string): Promise<HeldBundle[]> {
  const rows = await db.attendanceEvent.findMany({
    where: { sessionId, heldForReview: true, review: null },
    orderBy: [{ deviceId: 'asc' }, { sequence: 'asc' }],
    select: {
      deviceId: true,
      sequence: true,
      mark: true,
      receivedAt: true,
      markedBy: { select: { displayName: true } },
      device: { select: { kind: true } },
      enrolment: { select: { name: true, person: { select: { fullName: true } } } },
    },
    take: HELD_MAX,
  });
  const bundles = new Map<string, HeldBundle>();
  for (const { deviceId, sequence, mark, receivedAt, markedBy, device, enrolment } of rows) {
    const { kind } = device;
    const bundle = bundles.get(deviceId) ?? {
      deviceId,
      kind,
      by: markedBy.displayName,
      receivedAt,
      upTo: '0',
      taps: [],
    };
    const name = enrolment.name ?? enrolment.person?.fullName ?? '';
    bundles.set(deviceId, { ...bundle, upTo: String(sequence), taps: [...bundle.taps, { name, mark }] });
  }
  return [...bundles.values()];
}

/** The phones that were given the names of this session. */
async function listPhones(sessionId: string) {
  const rows = await db.rosterHandout.findMany({
    where: { sessionId },
    orderBy: { handedAt: 'asc' },
    select: {
      handedAt: true,
      device: { select: { id: true, label: true, revokedAt: true, account: { select: { displayName: true } } } },
    },
    take: DEVICES_MAX,
  });
  return rows.map(({ handedAt, device: { id, label, revokedAt, account } }) => ({
    ...{ id, label, handedAt, by: account.displayName },
    revoked: revokedAt !== null,
  }));
}
