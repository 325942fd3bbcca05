import type { Permission } from '@/domain/access/permissions';
import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import { byGivenName } from '@/domain/order';
import { factsOf, summarySelect } from '@/domain/trainings/session-view';
import { db } from '@/prisma/client';
import { mayWith, registerOf } from '../attendance';
import { listPublishedGroups } from '../roster/group-queries';
import { ROSTER_MAX } from '../roster/roster';
import {
  groupDevices,
  type HandedPhone,
  type HeldBundle,
  type Register,
  type RegisterLine,
  type RegisterSession,
  voiceSelect,
} from './register';
import { headOf, lineSelect, nameOf, onRegister, toListed } from './register-view';

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
  const takes = mayWith(viewer, 'attendance.take', facts);
  const reviews = mayWith(viewer, 'attendance.review', facts);
  return {
    ...headOf(row, viewer.locale),
    unitId: row.unit.id,
    communeId: row.unit.unitSpans[0]?.communeId ?? null,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    allDay: row.allDay,
    state: row.state,
    rights: {
      take: row.state === 'approved' && takes,
      type: (row.state === 'approved' || row.state === 'held') && takes,
      settle: mayWith(viewer, 'attendance.settle', facts) && (row.state === 'approved' || reviews),
      review: reviews,
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
  const [lines, held, phones] = await Promise.all([
    listLines(session),
    session.rights.review ? listHeld(session.id) : [],
    listPhones(session.id),
  ]);
  const silent = session.startsAt <= new Date() ? phones.filter((phone) => phone.silent && !phone.revoked).length : 0;
  return { session, lines, held, devices: session.rights.review ? phones : [], silent };
}

/**
 * The lines of a register by given name in Vietnamese order, as on paper. For whoever has the session in hand
 * already, and knows it to be hers.
 */
async function listLines({ id: sessionId, unitId, communeId }: RegisterSession): Promise<RegisterLine[]> {
  const rows = await db.enrolment.findMany({
    where: { sessionId, ...onRegister() },
    orderBy: { arrivalNo: 'asc' },
    select: {
      ...lineSelect(),
      origin: true,
      phone: true,
      personId: true,
      attendanceEvents: {
        where: { OR: [{ heldForReview: false }, { review: { is: { accepted: true } } }] },
        orderBy: { arrival: 'desc' },
        select: voiceSelect,
        take: 20,
      },
    },
    take: ROSTER_MAX,
  });
  const groups = await listPublishedGroups([{ unitId, communeId, rows }]);
  const lines = rows.map(({ origin, phone, personId, attendance, attendanceEvents, ...row }) => ({
    ...toListed({ ...row, attendance }),
    group: groups.get(row.id) ?? null,
    walkIn: origin === 'walk_in',
    known: phone !== null || personId !== null,
    witnesses: attendance?.witnesses ?? 0,
    lastArrival: String(attendance?.lastArrival ?? 0),
    voices: attendance?.conflict ? groupDevices(attendanceEvents) : [],
  }));
  return lines.sort(byGivenName);
}

/** Marks that wait for a decision, bundled by the phone they came from. */
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
    const start = { deviceId, kind, by: markedBy.displayName, receivedAt, upTo: '0', taps: [] };
    const bundle = bundles.get(deviceId) ?? start;
    const name = nameOf(enrolment);
    bundles.set(deviceId, { ...bundle, upTo: String(sequence), taps: [...bundle.taps, { name, mark }] });
  }
  return [...bundles.values()];
}

/** The phones that were given the names of this session. */
async function listPhones(sessionId: string): Promise<HandedPhone[]> {
  const rows = await db.rosterHandout.findMany({
    where: { sessionId },
    orderBy: { handedAt: 'asc' },
    select: {
      handedAt: true,
      device: {
        select: {
          id: true,
          label: true,
          revokedAt: true,
          account: { select: { displayName: true } },
          attendanceEvents: { where: { sessionId }, select: { sequence: true }, take: 1 },
        },
      },
    },
    take: DEVICES_MAX,
  });
  return rows.map(({ handedAt, device: { id, label, revokedAt, account, attendanceEvents } }) => ({
    id,
    label,
    handedAt,
    by: account.displayName,
    revoked: revokedAt !== null,
    silent: attendanceEvents.length === 0,
  }));
}
