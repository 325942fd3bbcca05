import { type Day, today } from '@/domain/days/day';
import type { Transaction } from '@/prisma/transaction';

/** Something that figures count: a unit, or what units hosted from day to day. Of a woman it is the pairs in which she guides. */
export type Counted = { unitId: string } | { modelId: string } | { pairId: string } | { instructorId: string };

/**
 * The first open day, where a change from `from` to `to`, or to today, would alter a month closed for the commune in which the host of
 * those days, or else the first one, lay; null when none is.
 */
export async function lockedUntil(
  tx: Transaction,
  counted: Counted,
  from: Day,
  to: Day = from > today() ? from : today(),
): Promise<Day | null> {
  const {
    unitId = null,
    modelId = null,
    pairId = null,
    instructorId = null,
  } = counted as Partial<Record<string, string>>;
  const [row] = await tx.$queryRaw<{ until: Day | null }[]>`
    WITH host AS (
      SELECT ${unitId}::uuid AS unit_id, daterange(NULL, NULL) AS days
      UNION ALL SELECT h.unit_id, daterange(nullif(h.valid_from, min(h.valid_from) OVER ()), h.valid_to) FROM model_host h WHERE h.model_id = ${modelId}::uuid
      UNION ALL SELECT h.unit_id, daterange(nullif(h.valid_from, min(h.valid_from) OVER ()), h.valid_to) FROM pair_host h WHERE h.pair_id = ${pairId}::uuid
      UNION ALL SELECT h.unit_id, daterange(h.valid_from, h.valid_to) * daterange(p.valid_from, p.valid_to)
        FROM pair p JOIN pair_host h ON h.pair_id = p.id WHERE p.instructor_id = ${instructorId}::uuid)
    SELECT max(p.ends_on)::text AS until
    FROM host h JOIN unit_span s ON s.unit_id = h.unit_id JOIN report r ON r.unit_id = s.commune_id AND r.state = 'locked'
      JOIN reporting_period p ON p.id = r.period_id
    WHERE NOT isempty(daterange(p.starts_on, p.ends_on) * h.days * daterange(s.valid_from, s.valid_to) * daterange(${from}::date, ${to}::date, '[]'))`;
  return row?.until ?? null;
}
