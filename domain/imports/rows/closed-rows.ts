import type { Day } from '@/domain/days/day';
import type { Transaction } from '@/prisma/transaction';

/** Rows of an import that stand on record and reach into a closed month of their commune. */
export type ClosedRows = {
  /** how many came late, into a month that was signed without them (0144) */
  late: number;
  /** those that a month was signed with since, and the first day that is open again */
  counted: number[];
  until: Day | null;
};

/** Looks for the rows of an import in closed months, and whether the report of the month was signed before they came or since. */
export async function readClosedRows(tx: Pick<Transaction, '$queryRaw'>, batchId: string): Promise<ClosedRows> {
  const [row] = await tx.$queryRaw<ClosedRows[]>`
    SELECT count(DISTINCT row_no) FILTER (WHERE NOT counted)::int AS late, max(ends_on) FILTER (WHERE counted)::text AS until,
      coalesce(array_agg(DISTINCT row_no) FILTER (WHERE counted), '{}') AS counted
    FROM (SELECT r.row_no, p.ends_on,
        coalesce((SELECT max(a.taken_at) FROM report_action a WHERE a.report_id = t.id AND a.kind = 'submitted'), t.created_at) > b.applied_at AS counted
      FROM import_batch b JOIN import_row r ON r.batch_id = b.id AND r.outcome = 'done'
        JOIN membership m ON m.id = r.membership_id JOIN unit_span s ON s.unit_id = m.unit_id
        JOIN report t ON t.unit_id = s.commune_id AND t.state = 'locked' JOIN reporting_period p ON p.id = t.period_id
      WHERE b.id = ${batchId}::uuid AND NOT isempty(daterange(p.starts_on, p.ends_on) * daterange(s.valid_from, s.valid_to) * CASE
        WHEN r.before->>'membershipId' IS NULL THEN daterange(m.valid_from, m.valid_to)
        ELSE daterange(m.valid_from, greatest(m.valid_from, (r.before->>'since')::date)) END)) c`;
  return row ?? { late: 0, counted: [], until: null };
}
