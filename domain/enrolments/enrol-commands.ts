import { withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ticketHash, ticketSecret } from '@/domain/ground/ticket-secret';
import { queueMessages } from '@/domain/messages/queue-writes';
import { participantNumbersOf } from '@/domain/people/phones/number-queries';
import { shownPhone } from '@/domain/people/phones/phone';
import { unveilPhones } from '@/domain/people/phones/unveil-phones-writes';
import { ok, problem, type Result } from '@/domain/result';
import { settleSeats } from '@/domain/trainings/booking/seat-writes';
import { db, refusal, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { changePlace } from './change-writes';
import type { EnrolMembersInput, EnrolmentAsked } from './enrolment';
import { findMembersToEnrol, findSessionToJoin } from './join-queries';
import { enrolledDraft, type Seated } from './tell-writes';
import { newEnrolmentId } from './tickets/ticket';

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
 * Enrols members within the viewer's reach by name, in the order in which they were chosen: seats first, then places
 * in the line. Nobody passes anybody: there is no way to move up.
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
        fresh.map((each) => enrolledDraft(sessionId, each, { phone: null, locale: 'vi' })),
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

type Chosen = { id: string; unitId: string | null };

/** One after the other in one statement: each sees the seats that the ones before her took. */
function enrolAll(tx: Transaction, sessionId: string, chosen: Chosen[]) {
  const origin = chosen.length > 1 ? 'group' : 'official';
  const ids = chosen.map(() => newEnrolmentId());
  return tx.$queryRaw<Seated[]>`
    SELECT e.id::text, e.state::text, e.waiting_position AS position, e.already
    FROM unnest(${ids}::uuid[], ${chosen.map(({ id }) => id)}::uuid[], ${chosen.map(({ unitId }) => unitId)}::uuid[],
        ${ids.map((id) => ticketHash(ticketSecret(id)))}::bytea[])
      WITH ORDINALITY c (id, person, unit, ticket, n)
    CROSS JOIN LATERAL app.enrol(p_session => ${sessionId}::uuid, p_id => c.id, p_name => NULL, p_phone => NULL, p_person => c.person,
      p_unit => c.unit, p_origin => ${origin}::enrolment_origin, p_ticket => c.ticket) e ORDER BY c.n`;
}

const unitOf = async (tx: Transaction, sessionId: string) =>
  (await tx.session.findUniqueOrThrow({ where: { id: sessionId }, select: { unitId: true } })).unitId;

type ChangeProblem = 'not-found' | 'not-on-list' | 'already-begun' | 'offer-over';

/**
 * Takes somebody off the list: by whoever answers for the session's unit, or for the member herself. What she held is
 * offered to the next in line.
 */
export const removeEnrolment = (viewer: Viewer, asked: EnrolmentAsked) =>
  changeFor(viewer, asked, { what: 'cancel', action: 'removeEnrolment' });

/**
 * Takes the seat that somebody is offered, for her: she said so by telephone, and has no phone on which a ticket opens. By
 * the same people. 'offer-over' when nothing is offered to her (any more).
 */
export const acceptOffer = (viewer: Viewer, asked: EnrolmentAsked) =>
  changeFor(viewer, asked, { what: 'accept', action: 'acceptOffer' });

async function changeFor(
  viewer: Viewer,
  { sessionId, enrolmentId }: EnrolmentAsked,
  how: { what: 'cancel' | 'accept'; action: string },
): Promise<Result<{ sessionId: string }, ChangeProblem>> {
  const unit = withinReach(viewer, 'enrolments.enrol');
  const hers = await db.enrolment.count({
    where: { id: enrolmentId, sessionId, OR: [{ session: { unit } }, { personId: { not: null }, unit }] },
  });
  if (hers === 0) return problem('not-found');
  const changed = await transaction((tx) => changePlace(tx, viewer, { enrolmentId, ...how }));
  if (changed.ok) return changed;
  if (changed.problem !== 'as-it-was') return problem(changed.problem);
  return how.what === 'cancel' ? problem('not-on-list') : ok({ sessionId });
}

/**
 * The whole number of a participant, for who answers for the session's unit. That it was read goes into the trail before
 * it is shown: on her record, where she has one.
 */
export async function seeParticipantPhone(
  viewer: Viewer,
  { sessionId, enrolmentId }: EnrolmentAsked,
): Promise<Result<{ phone: string }, 'not-found' | 'no-phone'>> {
  const noted = await transaction(async (tx) => {
    const row = await tx.enrolment.findFirst({
      where: { id: enrolmentId, sessionId, session: { unit: withinReach(viewer, 'enrolments.see-phone') } },
      select: {
        phone: true,
        personId: true,
        person: { select: { phone: true } },
        session: { select: { unitId: true } },
      },
    });
    if (!row) return problem('not-found');
    if (!row.phone && !row.person?.phone) return problem('no-phone');
    return ok(
      await unveilPhones(
        tx,
        viewer,
        {
          verb: 'read',
          action: 'seeParticipantPhone',
          ...(row.personId
            ? { subjectType: 'person', subjectId: row.personId }
            : { subjectType: 'enrolment', subjectId: enrolmentId }),
          unitId: row.session.unitId,
        },
        enrolmentId,
      ),
    );
  });
  if (!noted.ok) return noted;
  const phone = (await participantNumbersOf(viewer, noted.value.opening)).get(enrolmentId);
  return phone ? ok({ phone: shownPhone(phone) }) : problem('no-phone');
}
