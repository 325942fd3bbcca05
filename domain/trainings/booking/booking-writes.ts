import { randomBytes } from 'node:crypto';
import type { Transaction } from '@/prisma/transaction';
import type { Plan } from '../plan';
import type { EditSessionInput, ProposeSessionInput } from '../session-inputs';

/**
 * Stands in line for a hall and trainers, in the order and under the keys of the database's own `app.queue_for_booking`,
 * so that two who exchange trainers wait for each other instead of ending as a deadlock.
 */
export async function queueFor(tx: Transaction, ids: (string | null)[]): Promise<void> {
  const wanted = ids.filter((id) => id !== null);
  await tx.$queryRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('booking ' || x, 0))::text
    FROM (SELECT DISTINCT unnest(${wanted}::uuid[]) AS x ORDER BY 1) sorted`;
}

/** Writes who teaches, with the session's own time and state: the database keeps the copies. */
export const bindTrainers = (tx: Transaction, sessionId: string, plan: Plan, state: 'proposed' | 'approved') =>
  tx.sessionTrainer.createMany({
    data: plan.trainerIds.map((trainerId) => ({
      sessionId,
      trainerId,
      state,
      startsAt: plan.startsAt,
      endsAt: plan.endsAt,
    })),
  });

/** The facts that the trail keeps: no names, and of the trainers only how many. */
export const audited = (input: ProposeSessionInput | EditSessionInput, plan: Plan) => ({
  course: plan.courseCode,
  venueId: plan.venueId,
  startsAt: plan.startsAt,
  endsAt: plan.endsAt,
  seats: input.seats,
  mode: input.mode,
  audience: input.audience,
  trainers: plan.trainerIds.length,
});

/** The slug of a new session: what, where, and a sign of its own; a number would make all of a series wait in one line. */
export const sessionSlug = ({ courseSlug, communeSlug }: Plan) => `${courseSlug}-${communeSlug}-${shortCode()}`;

/** Tells sessions of one course and commune apart in addresses; without vowels, so that it never spells a word. */
function shortCode(): string {
  const letters = 'bcdfghjkmnpqrstvwxz23456789';
  return [...randomBytes(6)].map((byte) => letters[byte % letters.length]).join('');
}
