import { reach, reachOrAll } from '@/domain/access/access';
import { placedTodaySql, withinAreasSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { readKey } from '@/domain/page';
import { searchKey } from '@/domain/texts/clean-text';
import { db, Prisma } from '@/prisma/client';
import { pairsWithin } from './pair';

export type PairFilter = {
  communeId?: string;
  /** pairs that count for this very unit */
  unitId?: string;
  /** pairs of this sub-association and its groups, or of this group */
  subAssociationId?: string;
  state?: 'live' | 'ended';
  /** words of either name, with or without Vietnamese marks */
  q?: string;
  /** the last pair of the page before */
  after?: string;
  /** so many, where a whole page is not shown */
  most?: number;
};

type Keys = { keys: { id: string }[]; total: number };

/**
 * Keys of the pairs that a filter finds within the viewer's reach, as `pairsWithin` has it, the youngest first, and how many there are.
 * In SQL, from units to pairs: Prisma's filter is planned over all pairs.
 */
export async function findPairKeys(viewer: Viewer, filter: PairFilter, take: number): Promise<Keys> {
  const units = unitsOf(viewer, filter);
  const pairs = units ? pairsOf(units, isPlaced(filter)) : Prisma.sql`pair p`;
  // of a place they are few, and gathered once; all of them are counted, and then walked as far as the page goes
  const gathered = units ? Prisma.sql`MATERIALIZED` : Prisma.sql`NOT MATERIALIZED`;
  const rows = await db.$queryRaw<{ total: number; id: string | null }[]>`
    WITH found AS ${gathered} (SELECT p.id, p.valid_from FROM ${pairs} WHERE ${stateSql(filter)} AND ${namedSql(filter)}),
    page AS (SELECT f.id, f.valid_from FROM found f WHERE ${await behindSql(viewer, filter.after)}
      ORDER BY f.valid_from DESC, f.id DESC LIMIT ${take})
    SELECT t.total, k.id FROM (SELECT count(*)::int AS total FROM found) t LEFT JOIN page k ON true
    ORDER BY k.valid_from DESC, k.id DESC`;
  return { keys: rows.flatMap(({ id }) => (id ? [{ id }] : [])), total: rows[0]?.total ?? 0 };
}

const placesOf = ({ communeId, subAssociationId, unitId }: PairFilter) => [
  ...(communeId && isId(communeId) ? [Prisma.sql`s.commune_id = ${communeId}::uuid`] : []),
  ...(subAssociationId && isId(subAssociationId)
    ? [Prisma.sql`${subAssociationId}::uuid IN (s.sub_association_id, s.unit_id)`]
    : []),
  ...(unitId && isId(unitId) ? [Prisma.sql`s.unit_id = ${unitId}::uuid`] : []),
];
const isPlaced = (filter: PairFilter) => placesOf(filter).length > 0;

/** Units of the place asked for within the viewer's reach; null for the whole province. */
function unitsOf(viewer: Viewer, filter: PairFilter): Prisma.Sql | null {
  const within =
    reachOrAll(viewer, 'pairs.see') === null ? [] : [withinAreasSql(Prisma.sql`s.path`, reach(viewer, 'pairs.see'))];
  const conditions = [...within, ...placesOf(filter)];
  if (conditions.length === 0) return null;
  return Prisma.sql`SELECT s.unit_id FROM unit_span s WHERE ${placedTodaySql(Prisma.sql`s`)} AND ${Prisma.join(conditions, ' AND ')}`;
}

const activeSql = (host: Prisma.Sql) =>
  Prisma.sql`app.active_on(${host}.valid_from, ${host}.valid_to, ${today()}::date)`;

/** Pairs that count for these units today; where no place was asked for, those too that count for none, and once did for one of them. */
function pairsOf(units: Prisma.Sql, placed: boolean): Prisma.Sql {
  const nowhere = placed
    ? Prisma.empty
    : Prisma.sql`OR (NOT EXISTS (SELECT FROM pair_host o WHERE o.pair_id = h.pair_id AND ${activeSql(Prisma.sql`o`)})) IS TRUE`;
  return Prisma.sql`(SELECT DISTINCT h.pair_id FROM (${units} OFFSET 0) u
      CROSS JOIN LATERAL (SELECT * FROM pair_host x WHERE x.unit_id = u.unit_id OFFSET 0) h
      WHERE ${activeSql(Prisma.sql`h`)} ${nowhere}) w
    CROSS JOIN LATERAL (SELECT * FROM pair x WHERE x.id = w.pair_id OFFSET 0) p`;
}

function stateSql({ state }: PairFilter): Prisma.Sql {
  // one that was taken back before it began ends where it would have begun
  const closing = Prisma.sql`greatest(${today()}::date, p.valid_from)`;
  if (state === 'ended') return Prisma.sql`p.valid_to <= ${closing}`;
  return state === 'live' ? Prisma.sql`(p.valid_to IS NULL OR p.valid_to > ${closing})` : Prisma.sql`true`;
}

function namedSql({ q = '' }: PairFilter): Prisma.Sql {
  const words = searchKey(q).slice(0, 100);
  if (!words) return Prisma.sql`true`;
  const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  const named = (id: Prisma.Sql) =>
    Prisma.sql`EXISTS (SELECT FROM person n WHERE n.id = ${id} AND n.search_key LIKE ${like})`;
  return Prisma.sql`(${named(Prisma.sql`p.instructor_id`)} OR ${named(Prisma.sql`p.learner_id`)})`;
}

/** Behind a pair that she reaches; any other is no place in the order. */
async function behindSql(viewer: Viewer, after: string | undefined): Promise<Prisma.Sql> {
  const key = readKey(after);
  const last = key
    ? await db.pair.findFirst({
        where: { id: key, ...pairsWithin(viewer, 'pairs.see') },
        select: { id: true, validFrom: true },
      })
    : null;
  return last ? Prisma.sql`(f.valid_from, f.id) < (${last.validFrom}::date, ${last.id}::uuid)` : Prisma.sql`true`;
}
