import { reachOrAll } from '@/domain/access/access';
import { placedTodaySql } from '@/domain/access/area-queries';
import type { Permission } from '@/domain/access/permissions';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { pageOf, readKey } from '@/domain/page';
import { unitNameSql } from '@/domain/units/name-queries';
import { findUnit } from '@/domain/units/queries';
import { db, Prisma } from '@/prisma/client';
import type { PairRow } from './pair';
import { listPairsById } from './queries';

const QUIET_PAGE = 50;

export type QuietPage = { pairs: PairRow[]; total: number; next: string | null };

/** Pairs without a contact for a fortnight (app.quiet_pairs) within the viewer's reach, the longest quiet first; fifty a page. */
export async function listQuietPairs(
  viewer: Viewer,
  { unitId, after }: { unitId?: string; after?: string } = {},
): Promise<QuietPage> {
  const unit = unitId ? await findUnit(viewer, unitId, 'pairs.see') : null;
  if (unitId && !unit) return { pairs: [], total: 0, next: null };
  const quiet = quietWithin(viewer, 'pairs.see', unit?.path);
  const last = readKey(after);
  const behind = last
    ? Prisma.sql`WHERE (q.quiet_since, q.pair_id) > (SELECT l.quiet_since, l.pair_id FROM quiet l WHERE l.pair_id = ${last}::uuid)
          OR NOT EXISTS (SELECT FROM quiet l WHERE l.pair_id = ${last}::uuid)`
    : Prisma.empty;
  const rows = await db.$queryRaw<{ total: number; id: string | null }[]>`
    WITH quiet AS MATERIALIZED (${quiet}),
    page AS (SELECT q.pair_id, q.quiet_since FROM quiet q ${behind} ORDER BY q.quiet_since, q.pair_id LIMIT ${QUIET_PAGE + 1})
    SELECT t.total, p.pair_id AS id FROM (SELECT count(*)::int AS total FROM quiet) t LEFT JOIN page p ON true
    ORDER BY p.quiet_since, p.pair_id`;
  const found = rows.flatMap(({ id }) => id ?? []);
  const { page: ids, next } = pageOf(found, QUIET_PAGE, (id) => id);
  const pairs = await listPairsById(viewer, ids);
  return { pairs, total: rows[0]?.total ?? 0, next };
}

/** How many quiet pairs wait for somebody who may do something about them. */
export async function countQuietPairs(viewer: Viewer): Promise<number> {
  const [row] = await db.$queryRaw<{ pairs: number }[]>`
    SELECT count(*)::int AS pairs FROM (${quietWithin(viewer, 'pairs.guide')}) q`;
  return row?.pairs ?? 0;
}

/** Where a pair is that has been quiet for long: its unit of today by name, and the sub-association that this belongs to. */
export type QuietPlace = { pairId: string; unit: string; subAssociationId: string | null };

/** The first of the same pairs, as `listQuietPairs` orders them. */
export async function listFirstQuietPairs(viewer: Viewer, most: number): Promise<QuietPlace[]> {
  if (most === 0) return [];
  return db.$queryRaw`
    SELECT q.pair_id::text AS "pairId", coalesce(${unitNameSql(Prisma.sql`h.unit_id`)}, '') AS unit, s.sub_association_id::text AS "subAssociationId"
    FROM (SELECT * FROM (${quietWithin(viewer, 'pairs.guide')}) x ORDER BY x.quiet_since, x.pair_id LIMIT ${most}) q
      LEFT JOIN LATERAL (SELECT p.unit_id FROM pair_host p WHERE p.pair_id = q.pair_id AND p.valid_from <= ${today()}::date
        ORDER BY p.valid_from DESC LIMIT 1) h ON true
      LEFT JOIN LATERAL (SELECT u.sub_association_id FROM unit_span u WHERE u.unit_id = h.unit_id AND ${placedTodaySql(Prisma.sql`u`)} LIMIT 1) s ON true
    ORDER BY q.quiet_since, q.pair_id`;
}

/** Of a place they are asked pair by pair: sought among all quiet ones, every pair of the province would be looked at. */
function quietWithin(viewer: Viewer, permission: Permission, path?: string): Prisma.Sql {
  // a unit that she may see lies within her areas, and its pairs are theirs
  const areas = path ? [path] : reachOrAll(viewer, permission);
  return areas
    ? Prisma.sql`SELECT q.pair_id, q.quiet_since FROM (SELECT DISTINCT w.pair_id FROM app.pairs_within(${today()}::date, ${areas}::text[]) w) w
        CROSS JOIN LATERAL (SELECT * FROM app.quiet_pairs(${today()}::date) x WHERE x.pair_id = w.pair_id OFFSET 0) q`
    : Prisma.sql`SELECT /* planned anew */ q.pair_id, q.quiet_since FROM app.quiet_pairs(${today()}::date) q`;
}
