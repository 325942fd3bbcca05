import { findPublishedSession } from '@/domain/trainings/published-queries';
import type { Locale } from '@/domain/trainings/session-view';
import { db, transaction } from '@/prisma/client';
import { knownTicketSecret } from '@/prisma/ticket-secret';
import { isLive, type Place, type Ticket } from './enrolment';
import { settleSeats } from './seats';
import { isSecret, ticketHash } from './ticket';

/**
 * The ticket of whoever knows its secret; null for any other text. Whoever looks sees offers that have lapsed as lapsed:
 * the seats of her session are put in order first, if there is anything to do.
 */
export async function findTicket(secret: string, locale: Locale): Promise<Ticket | null> {
  if (!isSecret(secret)) return null;
  const found = await db.enrolment.findFirst({
    where: { ticketHash: ticketHash(secret) },
    select: { sessionId: true },
  });
  if (!found) return null;
  await settleIfDue(found.sessionId);
  const row = await db.enrolment.findFirst({ where: { ticketHash: ticketHash(secret) }, select: ticketSelect });
  const session = row && (await findPublishedSession(locale, row.session.slug));
  if (!row || !session) return null;
  const { state, seatNo, arrivalNo, offerUntil, accessNeed } = row;
  const coming = session.state === 'approved' && session.startsAt > new Date();
  return {
    ...{ state, seatNo, arrivalNo, offerUntil, accessNeed, session },
    name: row.name ?? row.person?.fullName ?? '',
    place: state === 'waiting' ? await placeOf(row, session.free) : null,
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
  session: { select: { slug: true, onlineUrl: true } },
} as const;

/** Whoever comes next takes lapsed offers back and asks who waits: a look says whether there is anything to do. */
export async function settleIfDue(sessionId: string): Promise<void> {
  const [look] = await db.$queryRaw<{ due: boolean }[]>`
    SELECT EXISTS (SELECT FROM enrolment e WHERE e.session_id = s.id AND e.state = 'offered' AND e.offer_until <= now())
      OR (EXISTS (SELECT FROM enrolment e WHERE e.session_id = s.id AND e.state = 'waiting') AND s.state = 'approved' AND s.starts_at > now()
        AND (SELECT count(*) FROM enrolment e WHERE e.session_id = s.id AND e.seat_no IS NOT NULL) < s.seats) AS due
    FROM session s WHERE s.id = ${sessionId}::uuid`;
  if (look?.due) await transaction((tx) => settleSeats(tx, sessionId));
}

type Line = { id: string; sessionId: string; arrivalNo: number; partyId: string | null };

async function placeOf({ sessionId, arrivalNo, partyId }: Line, free: number): Promise<Place> {
  const waiting = { sessionId, state: 'waiting' } as const;
  const [position, party] = await Promise.all([
    db.enrolment.count({ where: { ...waiting, arrivalNo: { lte: arrivalNo } } }),
    partyId ? db.enrolment.count({ where: { ...waiting, partyId } }) : 1,
  ]);
  return { position, free, party };
}

/** Whom she signed up along with herself, or who signed her up. Only the one who did so is shown the other one's ticket. */
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
