import type { Transaction } from '@/prisma/transaction';
import type { SessionState } from './trainings/session';

/**
 * What is about to be written of a session. Marks go side by side and keep it from being decided on; seats go one after the other;
 * a decision, or what follows from one, lets nobody be enrolled meanwhile.
 */
const strengths = { marks: 'KEY SHARE', seats: 'NO KEY UPDATE', decision: 'UPDATE' } as const;

/** A session as it stands while it is held; `now` is the database's clock. */
export type HeldSession = { state: SessionState; unitId: string; startsAt: Date; now: Date };

/**
 * Keeps sessions as they stand until the end of the change, before their enrolments, and answers with how each stands.
 * As strong as needed from the start: a lock that grows meets another that waits for it.
 */
export async function holdSessions(
  tx: Transaction,
  ids: readonly string[],
  what: keyof typeof strengths,
): Promise<Map<string, HeldSession>> {
  // the strength of a lock cannot be a value; it is one of those words
  const rows = await tx.$queryRawUnsafe<(HeldSession & { id: string })[]>(
    `SELECT id::text, state::text, unit_id::text AS "unitId", starts_at AS "startsAt", clock_timestamp() AS now
    FROM session WHERE id = ANY ($1::uuid[]) ORDER BY id FOR ${strengths[what]}`,
    ids,
  );
  return new Map(rows.map(({ id, ...held }) => [id, held]));
}
