import { reachOrAll } from '@/domain/access/access';
import type { Permission } from '@/domain/access/permissions';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/day';
import { isId } from '@/domain/id';
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
  const behind =
    after && isId(after)
      ? Prisma.sql`WHERE (q.quiet_since, q.pair_id) > (SELECT l.quiet_since, l.pair_id FROM quiet l WHERE l.pair_id = ${after}::uuid)
          OR NOT EXISTS (SELECT FROM quiet l WHERE l.pair_id = ${after}::uuid)`
      : Prisma.empty;
  const [total, rows] = await Promise.all([
    countQuiet(quiet),
    db.$queryRaw<{ id: string }[]>`
      WITH quiet AS (${quiet}) SELECT q.pair_id AS id FROM quiet q ${behind} ORDER BY q.quiet_since, q.pair_id LIMIT ${QUIET_PAGE + 1}`,
  ]);
  const ids = rows.map(({ id }) => id).slice(0, QUIET_PAGE);
  const pairs = await listPairsById(viewer, ids);
  return { pairs, total, next: rows.length > QUIET_PAGE ? (ids.at(-1) ?? null) : null };
}

/** How many quiet pairs wait for somebody who may do something about them. */
export const countQuietPairs = (viewer: Viewer): Promise<number> => countQuiet(quietWithin(viewer, 'pairs.guide'));

async function countQuiet(quiet: Prisma.Sql): Promise<number> {
  const [row] = await db.$queryRaw<{ pairs: number }[]>`SELECT count(*)::int AS pairs FROM (${quiet}) q`;
  return row?.pairs ?? 0;
}

function quietWithin(viewer: Viewer, permission: Permission, path?: string): Prisma.Sql {
  const within = [reachOrAll(viewer, permission), path ? [path] : null].flatMap((areas) =>
    areas
      ? Prisma.sql`AND q.pair_id IN (SELECT w.pair_id FROM app.pairs_within(${today()}::date, ${areas}::text[]) w)`
      : [],
  );
  return Prisma.sql`SELECT q.pair_id, q.quiet_since FROM app.quiet_pairs(${today()}::date) q
    WHERE true ${within.length > 0 ? Prisma.join(within, ' ') : Prisma.empty}`;
}
