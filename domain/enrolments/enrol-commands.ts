import { withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit/record';
import { queueMessages } from '@/domain/messages/queue';
import { shownPhone } from '@/domain/people/phone';
import { ok, problem, type Result } from '@/domain/result';
import { db, refusal, transaction } from '@/prisma/client';
import { ticketSecret } from '@/prisma/ticket-secret';
import type { Transaction } from '@/prisma/transaction';
import { type EnrolMembersInput, type EnrolmentAsked, isLive } from './enrolment';
import { findMembersToEnrol, findSessionToJoin } from './join-queries';
import { enrolledDraft, type Seated, settleSeats } from './seats';
import { newEnrolmentId, ticketHash } from './ticket';

export type EnrolProblem = 'not-found' | 'not-open' | 'already-begun';

export type Enrolled = {
  sessionId: string;
  /** of the first of them */
  unitId: string;
  seated: number;
  waiting: number;
  already: number;
};

/**
 * Enrols members by name, in the order in which they were chosen: seats as long as there are any, then places in the line.
 * Everyone must be a member within the viewer's reach. Nobody passes anybody: there is no way to move up.
 */
export async function enrolMembers(viewer: Viewer, input: EnrolMembersInput): Promise<Result<Enrolled, EnrolProblem>> {
  const { sessionId } = input;
  const personIds = [...new Set(input.personIds)];
  const [session, members] = await Promise.all([
    findSessionToJoin(viewer, sessionId),
    findMembersToEnrol(viewer, personIds),
  ]);
  if (!session || members.length < personIds.length) return problem('not-found');
  const chosen = personIds.flatMap((id) => members.find((member) => member.id === id) ?? []);
  try {
    return await transaction(async (tx) => {
      await settleSeats(tx, sessionId);
      const seated = await enrolAll(tx, sessionId, chosen);
      const fresh = seated.filter(({ already }) => !already);
      await queueMessages(
        tx,
        fresh.map((each) => enrolledDraft(sessionId, each, { phone: each.phone, locale: 'vi' })),
      );
      const waiting = fresh.filter(({ state }) => state === 'waiting').length;
      const counts = { seated: fresh.length - waiting, waiting, already: seated.length - fresh.length };
      await record(tx, viewer, {
        verb: 'created',
        action: 'enrolMembers',
        subjectType: 'session',
        subjectId: sessionId,
        unitId: await unitOf(tx, sessionId),
        change: { ...counts, personIds },
      });
      return ok({ sessionId, unitId: chosen[0]?.unitId ?? '', ...counts });
    });
  } catch (error) {
    const rule = refusal(error);
    if (rule === 'session_open') return problem('not-open');
    if (rule === 'session_not_begun') return problem('already-begun');
    throw error;
  }
}

type Chosen = { id: string; phone: string | null; unitId: string | null };

/** One after the other in one statement: each sees the seats that the ones before her took. */
function enrolAll(tx: Transaction, sessionId: string, chosen: Chosen[]) {
  const origin = chosen.length > 1 ? 'group' : 'official';
  const ids = chosen.map(() => newEnrolmentId());
  return tx.$queryRaw<(Seated & { phone: string | null })[]>`
    SELECT e.id::text, e.state::text, e.waiting_position AS position, e.already, c.phone
    FROM unnest(${ids}::uuid[], ${chosen.map(({ id }) => id)}::uuid[], ${chosen.map(({ unitId }) => unitId)}::uuid[],
        ${ids.map((id) => ticketHash(ticketSecret(id)))}::bytea[], ${chosen.map(({ phone }) => phone)}::text[])
      WITH ORDINALITY c (id, person, unit, ticket, phone, n)
    CROSS JOIN LATERAL app.enrol(p_session => ${sessionId}::uuid, p_id => c.id, p_name => NULL, p_phone => NULL, p_person => c.person,
      p_unit => c.unit, p_origin => ${origin}::enrolment_origin, p_ticket => c.ticket) e ORDER BY c.n`;
}

const unitOf = async (tx: Transaction, sessionId: string) =>
  (await tx.session.findUniqueOrThrow({ where: { id: sessionId }, select: { unitId: true } })).unitId;

/**
 * Takes somebody off the list: by whoever answers for the session's unit, or for the member herself. What she held is
 * offered to the next in line.
 */
export async function removeEnrolment(
  viewer: Viewer,
  { sessionId, enrolmentId }: EnrolmentAsked,
): Promise<Result<{ sessionId: string }, EnrolProblem>> {
  const unit = withinReach(viewer, 'enrolments.enrol');
  const hers = await db.enrolment.count({
    where: { id: enrolmentId, sessionId, OR: [{ session: { unit } }, { personId: { not: null }, unit }] },
  });
  if (hers === 0) return problem('not-found');
  return transaction(async (tx) => {
    const [session] = await tx.$queryRaw<{ begun: boolean; unitId: string }[]>`
      SELECT starts_at <= clock_timestamp() AS begun, unit_id::text AS "unitId" FROM session WHERE id = ${sessionId}::uuid FOR NO KEY UPDATE`;
    const { state } = await tx.enrolment.findUniqueOrThrow({ where: { id: enrolmentId }, select: { state: true } });
    if (!session || session.begun) return problem('already-begun');
    if (!isLive(state)) return problem('not-open');
    await tx.enrolment.update({
      where: { id: enrolmentId },
      data: { state: 'cancelled', seatNo: null, changedAt: new Date() },
      select: { id: true },
    });
    await settleSeats(tx, sessionId);
    await record(tx, viewer, {
      verb: 'changed',
      action: 'removeEnrolment',
      subjectType: 'enrolment',
      subjectId: enrolmentId,
      unitId: session.unitId,
      change: { from: state, to: 'cancelled' },
    });
    return ok({ sessionId });
  });
}

/**
 * The whole number of a participant, for who answers for the session's unit. That it was read goes into the trail before
 * it is shown: on her record, where she has one.
 */
export async function seeParticipantPhone(
  viewer: Viewer,
  { sessionId, enrolmentId }: EnrolmentAsked,
): Promise<Result<{ phone: string }, 'not-found' | 'no-phone'>> {
  const row = await db.enrolment.findFirst({
    where: { id: enrolmentId, sessionId, session: { unit: withinReach(viewer, 'enrolments.see-phone') } },
    select: { phone: true, personId: true, person: { select: { phone: true } }, session: { select: { unitId: true } } },
  });
  if (!row) return problem('not-found');
  const phone = row.phone ?? row.person?.phone;
  if (!phone) return problem('no-phone');
  return transaction(async (tx) => {
    await record(tx, viewer, {
      verb: 'read',
      action: 'seeParticipantPhone',
      ...(row.personId
        ? { subjectType: 'person', subjectId: row.personId }
        : { subjectType: 'enrolment', subjectId: enrolmentId }),
      unitId: row.session.unitId,
    });
    return ok({ phone: shownPhone(phone) });
  });
}
