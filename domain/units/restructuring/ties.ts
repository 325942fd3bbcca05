import type { Day } from '@/domain/days/day';
import type { Transaction } from '@/prisma/transaction';
import type { PartedTie } from './preview';

const TIES_MAX = 200;

type Tie = Pick<PartedTie, 'pairId' | 'modelId'>;

/** Ties of pairs to families that these units both host from a day on: they count there. */
export const readTies = (tx: Transaction, unitIds: readonly string[], from: Day): Promise<Tie[]> =>
  tx.$queryRaw<Tie[]>`
    SELECT DISTINCT t.pair_id::text AS "pairId", t.model_id::text AS "modelId"
    FROM pair_host h JOIN pair p ON p.id = h.pair_id JOIN pair_tie t ON t.pair_id = h.pair_id
      JOIN model_host f ON f.model_id = t.model_id AND f.unit_id = h.unit_id
    WHERE h.unit_id = ANY (${[...unitIds]}::uuid[]) AND NOT isempty(daterange(h.valid_from, h.valid_to) * daterange(f.valid_from, f.valid_to)
        * daterange(t.valid_from, t.valid_to) * daterange(p.valid_from, p.valid_to) * daterange(${from}::date, NULL))
      AND EXISTS (SELECT FROM model_status s WHERE s.model_id = t.model_id AND s.status <> 'ended'
        AND NOT isempty(daterange(s.valid_from, s.valid_to) * daterange(${from}::date, NULL)))
    ORDER BY 1, 2 LIMIT ${TIES_MAX}`;

/** Those of them that no unit hosts both sides of any more, with where each side goes. They stay on record, and count on no day from then on. */
export async function partedOf(tx: Transaction, ties: readonly Tie[], from: Day): Promise<PartedTie[]> {
  if (ties.length === 0) return [];
  return tx.$queryRaw<PartedTie[]>`
    SELECT t.pair_id::text AS "pairId", t.model_id::text AS "modelId", h.unit_id::text AS "pairUnitId", f.unit_id::text AS "modelUnitId"
    FROM unnest(${ties.map(({ pairId }) => pairId)}::uuid[], ${ties.map(({ modelId }) => modelId)}::uuid[]) t (pair_id, model_id)
      CROSS JOIN LATERAL (SELECT x.unit_id FROM pair_host x WHERE x.pair_id = t.pair_id
        AND NOT isempty(daterange(x.valid_from, x.valid_to) * daterange(${from}::date, NULL)) ORDER BY x.valid_from LIMIT 1) h
      CROSS JOIN LATERAL (SELECT x.unit_id FROM model_host x WHERE x.model_id = t.model_id
        AND NOT isempty(daterange(x.valid_from, x.valid_to) * daterange(${from}::date, NULL)) ORDER BY x.valid_from LIMIT 1) f
    WHERE h.unit_id <> f.unit_id ORDER BY 1, 2`;
}
