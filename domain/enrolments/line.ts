import type { Transaction } from '@/prisma/transaction';

/** Where each who waits stands in the line of a session, by enrolment; 1 is next. The number that her ticket shows. */
export async function placesInLine(
  database: Pick<Transaction, '$queryRaw'>,
  sessionId: string,
): Promise<Map<string, number>> {
  const line = await database.$queryRaw<{ id: string; position: number }[]>`
    SELECT id::text, (row_number() OVER (ORDER BY arrival_no))::int AS position FROM enrolment
    WHERE session_id = ${sessionId}::uuid AND state = 'waiting'`;
  return new Map(line.map(({ id, position }) => [id, position]));
}
