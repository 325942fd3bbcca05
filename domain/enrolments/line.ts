import type { Transaction } from '@/prisma/transaction';

/** The place in the line of each woman who waits, by enrolment; 1 is next. The number that her ticket shows. */
export async function placesInLine(
  database: Pick<Transaction, '$queryRaw'>,
  sessionIds: readonly string[],
): Promise<Map<string, number>> {
  if (sessionIds.length === 0) return new Map();
  const line = await database.$queryRaw<{ id: string; position: number }[]>`
    SELECT id::text, (row_number() OVER (PARTITION BY session_id ORDER BY arrival_no))::int AS position FROM enrolment
    WHERE session_id = ANY (${sessionIds}::uuid[]) AND state = 'waiting'`;
  return new Map(line.map(({ id, position }) => [id, position]));
}
