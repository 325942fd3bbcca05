import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ticketHash, ticketSecret } from '@/domain/ground/ticket-secret';
import type { Locale } from '@/domain/locale';
import { queueMessages } from '@/domain/messages/queue-writes';
import { ok, problem, type Result } from '@/domain/result';
import { settleSeats } from '@/domain/trainings/booking/seat-writes';
import { db, refusal, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { placesInLine } from '../line';
import { enrolledDraft, type Seated } from '../tell-writes';
import { newEnrolmentId } from '../tickets/ticket';
import type { TopicWaitInput } from './topic-wait';
import { findWaitingFor } from './topic-wait-queries';

export type TopicWaitProblem = 'no-such-course' | 'no-such-commune' | 'consent-outdated';

/**
 * Notes that a visitor waits for a class on a course in a commune. One open wish a number and course: asked again it
 * changes nothing and says the same, so that nobody learns who waits.
 */
export async function waitForTopic(input: TopicWaitInput): Promise<Result<null, TopicWaitProblem>> {
  const { name, phone, locale, consentText } = input;
  const [course, commune, text] = await Promise.all([
    db.course.findFirst({ where: { code: input.course }, select: { id: true } }),
    db.unit.findFirst({ where: { slug: input.commune, level: 'commune' }, select: { id: true } }),
    db.consentText.findFirst({ where: { id: consentText, purpose: 'topic_wait' }, select: { id: true } }),
  ]);
  if (!course) return problem('no-such-course');
  if (!commune) return problem('no-such-commune');
  if (!text) return problem('consent-outdated');
  await transaction(async (tx) => {
    const written = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO topic_wait (id, course_id, unit_id, name, phone, locale, consent_text_id, consented_at)
      VALUES (app.uuid7(), ${course.id}::uuid, ${commune.id}::uuid, ${name}, ${phone}, ${locale}, ${text.id}::uuid, now())
      ON CONFLICT DO NOTHING RETURNING id::text`;
    for (const { id } of written)
      await record(tx, null, {
        verb: 'created',
        action: 'waitForTopic',
        subjectType: 'topic_wait',
        subjectId: id,
        unitId: commune.id,
        change: { course: input.course },
      });
  });
  return ok(null);
}

export type InviteProblem = 'not-found' | 'not-open' | 'already-begun' | 'nobody-waits';

/**
 * Answers the wishes for a session's course in its commune, in the order in which women asked: free seats are
 * offered, the others stand in line. Nobody is given a seat she has not taken.
 */
export async function inviteWaiting(
  viewer: Viewer,
  { sessionId }: { sessionId: string },
): Promise<Result<{ sessionId: string; invited: number }, InviteProblem>> {
  const found = await findWaitingFor(viewer, sessionId);
  if (!found) return problem('not-found');
  if (found.count === 0) return problem('nobody-waits');
  try {
    return await transaction(async (tx) => {
      const invited = await enrolWaiting(tx, sessionId, found);
      await record(tx, viewer, {
        verb: 'created',
        action: 'inviteWaiting',
        subjectType: 'session',
        subjectId: sessionId,
        unitId: found.unitId,
        change: { invited },
      });
      return ok({ sessionId, invited });
    });
  } catch (error) {
    const rule = refusal(error);
    if (rule === 'session_open') return problem('not-open');
    if (rule === 'session_not_begun') return problem('already-begun');
    throw error;
  }
}

const INVITED_MAX = 200;

async function enrolWaiting(tx: Transaction, sessionId: string, asked: { courseId: string; communeId: string }) {
  await settleSeats(tx, sessionId);
  const wishes = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM topic_wait
    WHERE course_id = ${asked.courseId}::uuid AND unit_id = ${asked.communeId}::uuid AND answered_by_session_id IS NULL AND phone_print IS NOT NULL
    ORDER BY created_at, id LIMIT ${INVITED_MAX} FOR UPDATE`;
  const ids = wishes.map(() => newEnrolmentId());
  const listed = await tx.$queryRaw<(Seated & { locale: Locale })[]>`
    SELECT e.id::text, e.state::text, e.waiting_position AS position, e.already, t.locale
    FROM unnest(${wishes.map(({ id }) => id)}::uuid[], ${ids}::uuid[], ${ids.map((id) => ticketHash(ticketSecret(id)))}::bytea[])
      WITH ORDINALITY w (wait, id, ticket, n)
    JOIN topic_wait t ON t.id = w.wait
    CROSS JOIN LATERAL app.enrol_waiting(w.wait, ${sessionId}::uuid, w.id, w.ticket) e
    ORDER BY w.n`;
  const fresh = listed.filter(({ already }) => !already);
  const hers = fresh.map(({ id }) => id);
  // nobody has said yet that she comes: what was free is offered to her, not given
  await tx.enrolment.updateMany({
    where: { id: { in: hers }, state: 'confirmed' },
    data: { state: 'waiting', seatNo: null },
  });
  await settleSeats(tx, sessionId);
  await tellWaiting(tx, sessionId, fresh);
  await tx.topicWait.updateMany({
    where: { id: { in: wishes.map(({ id }) => id) } },
    data: { answeredBySessionId: sessionId, answeredAt: new Date() },
  });
  return wishes.length;
}

/** Women for whom no seat was free learn their place in the line; the others have been told of their offer. */
async function tellWaiting(tx: Transaction, sessionId: string, listed: { id: string; locale: Locale }[]) {
  const places = await placesInLine(tx, [sessionId]);
  await queueMessages(
    tx,
    listed.flatMap(({ id, locale }) => {
      const position = places.get(id);
      const draft = position && enrolledDraft(sessionId, { id, state: 'waiting', position }, { phone: null, locale });
      return draft ? [{ ...draft, about: 'invited-waiting' as const }] : [];
    }),
  );
}
