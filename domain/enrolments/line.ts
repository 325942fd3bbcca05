import type { Transaction } from '@/prisma/transaction';

/** The place in the line of each woman who waits, by enrolment (who is there waits no more); 1 is next. The number that her ticket shows. */
export async function placesInLine(
  database: Pick<Transaction, '$queryRaw'>,
  sessionIds: readonly string[],
): Promise<Map<string, number>> {
  if (sessionIds.length === 0) return new Map();
  const line = await database.$queryRaw<{ id: string; position: number }[]>`
    SELECT e.id::text, (row_number() OVER (PARTITION BY e.session_id ORDER BY e.arrival_no))::int AS position FROM enrolment e
    WHERE e.session_id = ANY (${sessionIds}::uuid[]) AND e.state = 'waiting'
      AND NOT EXISTS (SELECT FROM attendance a WHERE a.enrolment_id = e.id AND a.mark IN ('present', 'late'))`;
  return new Map(line.map(({ id, position }) => [id, position]));
}
