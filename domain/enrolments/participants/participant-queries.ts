import { withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import { pageOf } from '@/domain/page';
import { keptMasked } from '@/domain/people/phones/phone';
import { type EnrolmentState, isLive, isThereUnseated, liveStates, unlessThere } from '@/domain/scales/enrolment-state';
import { nameToday } from '@/domain/units/unit';
import { db, type Prisma } from '@/prisma/client';
import { placesInLine } from '../line';
import { type Participant, type ParticipantCounts, type ParticipantPage, participantsFor } from './participant';

const PAGE = 100;

/** May she see who takes part in it? For the tab that leads there. */
export async function seesParticipants(viewer: Viewer, sessionId: string): Promise<boolean> {
  if (!isId(sessionId)) return false;
  return (await db.session.count({ where: { AND: [{ id: sessionId }, participantsFor(viewer)] } })) > 0;
}

/**
 * Women who take part in a session or wait, in order of arrival, a hundred a page; those who left at the end of the
 * same order. Null when the viewer may not see them.
 */
export async function listParticipants(viewer: Viewer, sessionId: string, after = 0): Promise<ParticipantPage | null> {
  if (!(await seesParticipants(viewer, sessionId))) return null;
  const [rows, counts, hers, places] = await Promise.all([
    db.enrolment.findMany({
      where: { sessionId, arrivalNo: { gt: after }, state: { not: 'merged' } },
      orderBy: { arrivalNo: 'asc' },
      select: participantSelect(),
      take: PAGE + 1,
    }),
    countByState(sessionId),
    rightsOf(viewer, sessionId),
    placesInLine(db, [sessionId]),
  ]);
  const { page: shown, next } = pageOf(rows, PAGE, (row) => row.arrivalNo);
  return {
    counts,
    participants: shown.map((row) => toParticipant(row, places, hers)),
    next,
  };
}

/** Participants of a session whom the viewer reaches by their own unit, wherever the session is: at most a hundred. */
export async function listOwnParticipants(viewer: Viewer, sessionId: string): Promise<Participant[]> {
  if (!isId(sessionId)) return [];
  const unit = withinReach(viewer, 'enrolments.enrol');
  const [rows, places] = await Promise.all([
    db.enrolment.findMany({
      where: { sessionId, state: { in: [...liveStates] }, unit, personId: { not: null } },
      orderBy: { arrivalNo: 'asc' },
      select: participantSelect(),
      take: PAGE,
    }),
    placesInLine(db, [sessionId]),
  ]);
  return rows.map((row) => toParticipant(row, places, { remove: true, seePhone: false }));
}

type Rights = Pick<Participant['may'], 'remove' | 'seePhone'>;

async function rightsOf(viewer: Viewer, sessionId: string): Promise<Rights> {
  const within = (permission: 'enrolments.enrol' | 'enrolments.see-phone') =>
    db.session.count({ where: { id: sessionId, unit: withinReach(viewer, permission) } });
  const coming = db.session.count({ where: { id: sessionId, state: 'approved', startsAt: { gt: new Date() } } });
  const [enrols, phones, open] = await Promise.all([
    within('enrolments.enrol'),
    within('enrolments.see-phone'),
    coming,
  ]);
  return { remove: enrols > 0 && open > 0, seePhone: phones > 0 };
}

async function countByState(sessionId: string): Promise<ParticipantCounts> {
  const rows = await db.enrolment.groupBy({
    by: ['state'],
    where: { sessionId, ...unlessThere() },
    _count: { _all: true },
  });
  const of = (state: EnrolmentState) => rows.find((row) => row.state === state)?._count._all ?? 0;
  return { confirmed: of('confirmed'), offered: of('offered'), waiting: of('waiting') };
}

const participantSelect = () =>
  ({
    id: true,
    arrivalNo: true,
    name: true,
    phone: true,
    state: true,
    seatNo: true,
    offerUntil: true,
    offerToldAt: true,
    origin: true,
    unitWords: true,
    accessNeed: true,
    partyId: true,
    attendance: { select: { mark: true } },
    person: { select: { fullName: true, phone: true } },
    unit: { select: { unitNames: nameToday() } },
  }) as const;

type Row = Prisma.EnrolmentGetPayload<{ select: ReturnType<typeof participantSelect> }>;

function toParticipant(
  { person, unit, unitWords, partyId, phone, attendance, ...row }: Row,
  places: Map<string, number>,
  rights: Rights,
): Participant {
  const known = keptMasked(phone ?? person?.phone);
  const { remove, seePhone } = rights;
  return {
    ...row,
    place: places.get(row.id) ?? null,
    thereUnseated: isThereUnseated(row.state, attendance),
    name: person?.fullName ?? row.name ?? '',
    unit: [unitWords, unit?.unitNames[0]?.name].filter(Boolean).join(', '),
    phone: known,
    together: partyId !== null,
    may: {
      remove: remove && isLive(row.state),
      accept: remove && row.state === 'offered',
      seePhone: seePhone && Boolean(known),
    },
  };
}
