import { isSecret, knownTicketSecret, ticketHash } from '@/domain/ground/ticket-secret';
import type { Locale } from '@/domain/locale';
import { partyKeptUntil } from '@/domain/offer';
import { isLive, isThereUnseated, stillWaits } from '@/domain/scales/enrolment-state';
import { findPublishedSession } from '@/domain/trainings/published/published-queries';
import { db } from '@/prisma/client';
import type { Place, Ticket } from '../enrolment';

/** The ticket of whoever knows its secret; null for any other text. */
export async function findTicket(secret: string, locale: Locale): Promise<Ticket | null> {
  if (!isSecret(secret)) return null;
  const row = await db.enrolment.findFirst({ where: { ticketHash: ticketHash(secret) }, select: ticketSelect });
  const session = row && (await findPublishedSession(locale, row.session.slug));
  if (!row || !session) return null;
  const { state, seatNo, arrivalNo, offerUntil, accessNeed } = row;
  const coming = session.state === 'approved' && session.startsAt > new Date();
  return {
    state,
    seatNo: session.seats === null ? null : seatNo,
    seated: seatNo !== null,
    arrivalNo,
    offerUntil,
    accessNeed,
    session,
    name: row.name ?? row.person?.fullName ?? '',
    place: state === 'waiting' && !isThereUnseated(state, row.attendance) ? await placeOf(row, row.session) : null,
    companion: await companionOf(row),
    onlineUrl: state === 'confirmed' ? row.session.onlineUrl : null,
    open: coming && isLive(state),
  };
}

const ticketSelect = {
  id: true,
  sessionId: true,
  name: true,
  person: { select: { fullName: true } },
  state: true,
  seatNo: true,
  arrivalNo: true,
  offerUntil: true,
  accessNeed: true,
  partyId: true,
  attendance: { select: { mark: true } },
  session: { select: { slug: true, onlineUrl: true, seats: true, startsAt: true } },
} as const;

type Line = { id: string; sessionId: string; arrivalNo: number; partyId: string | null };

async function placeOf(
  { sessionId, arrivalNo, partyId }: Line,
  { seats, startsAt }: { seats: number; startsAt: Date },
): Promise<Place> {
  const waiting = { sessionId, ...stillWaits() };
  const [position, party, held] = await Promise.all([
    db.enrolment.count({ where: { ...waiting, arrivalNo: { lte: arrivalNo } } }),
    partyId ? db.enrolment.count({ where: { ...waiting, partyId } }) : 1,
    db.enrolment.count({ where: { sessionId, seatNo: { not: null } } }),
  ]);
  return { position, free: Math.max(0, seats - held), party, keptUntil: partyKeptUntil(startsAt) };
}

/** Her companion, whom she signed up or who signed her up. Only the one who did so is shown the other one's ticket. */
async function companionOf({ id, sessionId, arrivalNo, partyId }: Line): Promise<Ticket['companion']> {
  if (!partyId) return null;
  const other = await db.enrolment.findFirst({
    where: { sessionId, partyId, id: { not: id } },
    orderBy: { arrivalNo: 'asc' },
    select: { id: true, name: true, state: true, arrivalNo: true, ticketHash: true },
  });
  if (!other?.name) return null;
  const secret = other.arrivalNo > arrivalNo ? knownTicketSecret(other) : null;
  return { name: other.name, state: other.state, secret };
}
