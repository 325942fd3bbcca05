import { type Day, toDate } from '@/domain/days/day';
import { byVietnameseName } from '@/domain/order';
import { unlessFew } from '@/domain/small-count';
import { db } from '@/prisma/client';
import type { SubAssociationCoverage } from './coverage';

const SUB_ASSOCIATIONS_MAX = 300;

/** Every sub-association of a commune on a day, in Vietnamese order of names ("Khu phố 2" before "Khu phố 10"). */
export async function listPublishedSubAssociations(communeId: string, day: Day): Promise<SubAssociationCoverage[]> {
  const rows = await db.$queryRaw<SubAssociationCoverage[]>`
    WITH units AS (SELECT * FROM app.coverage_units(${toDate(day)}::date) WHERE commune_id = ${communeId}::uuid),
      groups AS (
        SELECT sub_association_id, count(*)::int AS groups, (count(*) FILTER (WHERE covered))::int AS covered
        FROM units WHERE level = 'group' GROUP BY 1
      )
    SELECT u.unit_id::text AS id, n.name, coalesce(g.groups, 0) AS groups, coalesce(g.covered, 0) AS "groupsCovered",
      u.has_family AS "hasFamily", u.has_pair AS "hasPair", u.covered, unit.demo
    FROM units u
      JOIN unit ON unit.id = u.unit_id
      LEFT JOIN groups g ON g.sub_association_id = u.unit_id
      JOIN LATERAL (SELECT name FROM unit_name x WHERE x.unit_id = u.unit_id AND x.valid_from <= ${toDate(day)}::date ORDER BY valid_from DESC LIMIT 1) n ON true
    WHERE u.level = 'sub_association'
    LIMIT ${SUB_ASSOCIATIONS_MAX}`;
  return rows.sort(byVietnameseName);
}

/**
 * Two more figures of a commune's page: sessions held since the beginning of the year, and women guided in pairs that
 * ever ran (null below five: single persons could be told).
 */
export async function findPublishedReach(
  communeId: string,
  yearStart: Day,
): Promise<{ sessions: number; guided: number | null }> {
  const [row] = await db.$queryRaw<{ sessions: number; guided: number }[]>`
    SELECT
      (SELECT count(*)::int FROM session s JOIN app.unit_place p ON p.unit_id = s.unit_id
        WHERE p.commune_id = ${communeId}::uuid AND s.state = 'held' AND s.starts_at >= ${toDate(yearStart)}) AS sessions,
      (SELECT count(DISTINCT pair.learner_id)::int FROM pair JOIN pair_host h ON h.pair_id = pair.id JOIN app.unit_place p ON p.unit_id = h.unit_id
        WHERE p.commune_id = ${communeId}::uuid AND pair.valid_from <= app.today()) AS guided`;
  return { sessions: row?.sessions ?? 0, guided: unlessFew(row?.guided ?? 0) };
}
