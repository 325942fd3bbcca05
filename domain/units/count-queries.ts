import { may } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { db, Prisma } from '@/prisma/client';
import type { UnitCounts } from './tree';
import type { Unit } from './unit';

/**
 * The figures of a unit within the viewer's reach and those below it, today; a woman of several units counts once.
 * The three largest are counted side by side.
 */
export async function countUnit(viewer: Viewer, unit: Unit): Promise<UnitCounts | null> {
  if (!may(viewer, 'units.see', unit.path)) return null;
  const [members, pairs, [rest]] = await Promise.all([countMembers(unit), countPairs(unit), countRest(unit)]);
  return rest ? { members, pairs, ...rest } : null;
}

/** The day goes along as a value: asked of the clock at each of half a million rows it takes four times as long. */
const active = (row: string) =>
  Prisma.sql`app.active_on(${Prisma.raw(row)}.valid_from, ${Prisma.raw(row)}.valid_to, ${today()}::date)`;

/** `b`: the units of today at a place and below it. */
const below = ({ path }: Unit) => Prisma.sql`b AS MATERIALIZED (
  SELECT s.unit_id, s.level FROM unit_span s WHERE s.path >= ${path} AND s.path < ${`${path}~`} AND ${active('s')})`;

/** Leaves what stands in those units. In the province everything does: a closed unit holds nothing open. */
const inThose = ({ level }: Unit) => (level === 'province' ? Prisma.empty : Prisma.sql`JOIN b USING (unit_id)`);

type Count = { count: number };

/** Members of the whole union are not asked for their unit: they are read in the order of an index alone. */
async function countMembers(unit: Unit): Promise<number> {
  const [row] =
    unit.level === 'province'
      ? await db.$queryRaw<
          Count[]
        >`SELECT count(DISTINCT m.person_id)::int AS count FROM membership m WHERE ${active('m')}`
      : await db.$queryRaw<Count[]>`WITH ${below(unit)}
          SELECT count(*)::int AS count FROM (SELECT m.person_id FROM b JOIN membership m USING (unit_id) WHERE ${active('m')} GROUP BY 1) p`;
  return row?.count ?? 0;
}

async function countPairs(unit: Unit): Promise<number> {
  const [row] = await db.$queryRaw<Count[]>`WITH ${below(unit)}
    SELECT count(*)::int AS count FROM pair_host h ${inThose(unit)} JOIN pair p ON p.id = h.pair_id
    WHERE ${active('h')} AND ${active('p')}`;
  return row?.count ?? 0;
}

/**
 * Households of the whole union are added up unit by unit first: fourteen thousand sums are joined instead of all
 * households.
 */
const householdsOf = ({ level }: Unit) =>
  level === 'province'
    ? Prisma.sql`SELECT coalesce(sum(n), 0)::int FROM b JOIN (SELECT unit_id, count(*) AS n FROM household GROUP BY 1) h USING (unit_id)`
    : Prisma.sql`SELECT count(*)::int FROM b JOIN household USING (unit_id)`;

const countRest = (unit: Unit) => db.$queryRaw<Omit<UnitCounts, 'members' | 'pairs'>[]>`
  WITH ${below(unit)}
  SELECT (${householdsOf(unit)}) AS households,
    (SELECT count(*)::int FROM model_host h ${inThose(unit)} JOIN model_status st ON st.model_id = h.model_id AND st.status <> 'ended'
      WHERE ${active('h')} AND ${active('st')}) AS models,
    (SELECT count(*)::int FROM b WHERE level = 'sub_association' AND unit_id <> ${unit.id}::uuid) AS "subAssociations",
    (SELECT count(*)::int FROM b WHERE level = 'group' AND unit_id <> ${unit.id}::uuid) AS groups`;
