import type { Day } from '@/domain/days/day';
import { Prisma } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';

/**
 * Rows of an import that stand on record and reach into a closed month of their commune, with its end and whether its report was signed
 * since, so that it counts them.
 */
const closedRows = (batchId: string) => Prisma.sql`
  SELECT r.row_no, p.ends_on, coalesce((SELECT max(a.taken_at) FROM report_action a WHERE a.report_id = t.id AND a.kind = 'submitted'), t.created_at)
    > b.applied_at AS counted
  FROM import_batch b JOIN import_row r ON r.batch_id = b.id AND r.outcome = 'done'
    JOIN membership m ON m.id = r.membership_id JOIN unit_span s ON s.unit_id = m.unit_id
    JOIN report t ON t.unit_id = s.commune_id AND t.state = 'locked' JOIN reporting_period p ON p.id = t.period_id
  WHERE b.id = ${batchId}::uuid AND NOT isempty(daterange(p.starts_on, p.ends_on) * daterange(s.valid_from, s.valid_to) * CASE
    WHEN r.before->>'membershipId' IS NULL THEN daterange(m.valid_from, m.valid_to)
    ELSE daterange(m.valid_from, greatest(m.valid_from, (r.before->>'since')::date)) END)`;

/** How many rows came late, into a month that was closed without them (0144). */
export async function countLate(tx: Pick<Transaction, '$queryRaw'>, batchId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ late: number }[]>`
    SELECT count(DISTINCT row_no)::int AS late FROM (${closedRows(batchId)}) c WHERE NOT counted`;
  return row?.late ?? 0;
}

/** The first open day, where a month was closed since with what these rows brought; null where none was. */
export async function countedUntil(tx: Transaction, batchId: string): Promise<Day | null> {
  const [row] = await tx.$queryRaw<{ until: Day | null }[]>`
    SELECT max(ends_on)::text AS until FROM (${closedRows(batchId)}) c WHERE counted`;
  return row?.until ?? null;
}

/** What a month was closed with while an import was being taken back stays, and says why. */
export const leaveCounted = (tx: Transaction, batchId: string, nos: number[]) => tx.$executeRaw`
  UPDATE import_row SET outcome = 'left-alone', reasons = ARRAY['month-closed']
  WHERE batch_id = ${batchId}::uuid AND row_no = ANY (${nos}::int[])
    AND row_no IN (SELECT row_no FROM (${closedRows(batchId)}) c WHERE counted)`;
