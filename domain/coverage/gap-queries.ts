import { may } from '@/domain/access/access';
import type { UnitPath, Viewer } from '@/domain/access/viewer';
import { type Day, toDate, today } from '@/domain/days/day';
import { byVietnameseName } from '@/domain/order';
import { unitNameOnSql } from '@/domain/units/name-queries';
import { db, Prisma } from '@/prisma/client';
import type { UnitGap } from './coverage';
import { unitsOf } from './matrix/matrix';
import { findMatrix } from './matrix/matrix-queries';
import { communesInReachSql } from './queries';

/**
 * The parts that each uncovered unit of a commune lacks on a day, as it was called then, where it lay within the viewer's reach; a
 * sub-association before its groups. Null when the commune is not hers to see.
 */
export async function listGaps(viewer: Viewer, communeId: string, day: Day = today()): Promise<UnitGap[] | null> {
  const rows = await findMatrix(viewer, communeId, day);
  return rows && unitsOf(rows).flatMap(({ gap }) => gap ?? []);
}

const UNITS_MAX = 2_000;

/** What a unit lacks, under its name of the day. */
export type Lacking = Pick<UnitGap, 'unitId' | 'name' | 'parentName' | 'missing'>;

/** The same units in the same order for whoever only reads them: without what mends a gap, and at a quarter of the cost. */
export async function listLacking(viewer: Viewer, communeId: string, day: Day): Promise<Lacking[]> {
  const rows = await db.$queryRaw<(Lacking & { path: UnitPath })[]>`
    SELECT m.unit_id::text AS "unitId", coalesce(${unitNameOnSql(Prisma.sql`m.unit_id`, day)}, '') AS name, m.missing, s.path,
      CASE WHEN m.level = 'group' THEN coalesce(${unitNameOnSql(Prisma.sql`m.sub_association_id`, day)}, '') END AS "parentName"
    FROM app.missing(${communeId}::uuid, ${toDate(day)}::date) m JOIN unit_span s ON s.unit_id = m.unit_id AND app.active_on(s.valid_from, s.valid_to, ${toDate(day)}::date)
    WHERE ${communeId}::uuid IN (${communesInReachSql(viewer)} AND s.commune_id = ${communeId}::uuid) LIMIT ${UNITS_MAX}`;
  return rows
    .filter(({ path }) => may(viewer, 'coverage.see', path))
    .sort(
      (one, other) =>
        byVietnameseName({ name: one.parentName ?? one.name }, { name: other.parentName ?? other.name }) ||
        Number(one.parentName !== null) - Number(other.parentName !== null) ||
        byVietnameseName(one, other),
    )
    .map(({ unitId, name, parentName, missing }) => ({ unitId, name, parentName, missing }));
}
