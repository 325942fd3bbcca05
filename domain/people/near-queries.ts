import { reach } from '@/domain/access/access';
import { withinAreasSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { Prisma } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { nameBag } from './name';

const NEAR_MAX = 5;

type Certain = { name: string; birthYear: number; print: string };

/**
 * Records of a head's commune, beyond her reach, with the words, year and number of a draft: a neighbour may have
 * written the same woman down. Only ids: she learns that there is a record.
 */
export async function listNearIds(viewer: Viewer, tx: Transaction, draft: Certain): Promise<string[]> {
  const areas = reach(viewer, 'people.see');
  // "/province/commune/…": whoever reaches a whole commune sees everybody near already
  const communes = areas.flatMap((area) => /^(\/\d+\/\d+\/)\d/.exec(area)?.[1] ?? []);
  if (communes.length === 0) return [];
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH near AS MATERIALIZED (
      SELECT p.id, p.keeper_unit_id FROM person p WHERE p.name_bag = ${nameBag(draft.name)} AND p.birth_year = ${draft.birthYear}
        AND p.phone_print = ${draft.print} AND p.merged_into_id IS NULL AND p.erased_on IS NULL),
    place AS (
      SELECT n.id, s.path FROM near n JOIN unit_span s ON s.unit_id = n.keeper_unit_id
        OR s.unit_id IN (SELECT m.unit_id FROM membership m WHERE m.person_id = n.id AND app.active_on(m.valid_from, m.valid_to, app.today()))
      WHERE s.valid_from <= app.today() AND (s.is_last OR s.valid_to > app.today()))
    SELECT p.id FROM place p GROUP BY p.id
    HAVING bool_or(${withinAreasSql(Prisma.sql`p.path`, communes)})
      AND NOT bool_or(${withinAreasSql(Prisma.sql`p.path`, areas)})
    ORDER BY p.id LIMIT ${NEAR_MAX}`;
  return rows.map(({ id }) => id);
}
