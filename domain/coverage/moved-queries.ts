import { db } from '@/prisma/client';

const COMMUNES_MAX = 200;

/** A record that figures are made of, after it was changed. */
export type Moved = { modelId: string } | { pairId: string } | { personId: string };

/**
 * The communes whose figures, or questions about models, a change of this record can have moved: of every unit that hosts or hosted
 * the model, the pair, a family of who guides it, or what the woman is part of.
 */
export async function listPublishedCommunesOf(moved: Moved): Promise<string[]> {
  const { modelId = null, pairId = null, personId = null } = moved as Partial<Record<string, string>>;
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT s.commune_id::text AS id
    FROM (
      SELECT h.unit_id FROM model_host h WHERE h.model_id = ${modelId}::uuid
      UNION SELECT h.unit_id FROM pair_host h WHERE h.pair_id = ${pairId}::uuid
      UNION SELECT h.unit_id FROM pair_tie t JOIN model_host h ON h.model_id = t.model_id WHERE t.pair_id = ${pairId}::uuid
      UNION SELECT h.unit_id FROM pair q JOIN pair_tie t ON t.pair_id = q.id JOIN model_host h ON h.model_id = t.model_id
        WHERE q.instructor_id = ${personId}::uuid OR q.instructor_id = (SELECT instructor_id FROM pair WHERE id = ${pairId}::uuid)
      UNION SELECT h.unit_id FROM board_seat b JOIN model_host h ON h.model_id = b.model_id WHERE b.person_id = ${personId}::uuid
      UNION SELECT h.unit_id FROM pair p JOIN pair_host h ON h.pair_id = p.id
        WHERE p.instructor_id = ${personId}::uuid OR p.learner_id = ${personId}::uuid
    ) host JOIN unit_span s ON s.unit_id = host.unit_id
    WHERE s.commune_id IS NOT NULL LIMIT ${COMMUNES_MAX}`;
  return rows.map(({ id }) => id);
}
