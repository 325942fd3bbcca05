import { holdsCommunes, mayForProvince, reach } from '@/domain/access/access';
import { withinAreasSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { type Day, today } from '@/domain/days/day';
import { db, Prisma } from '@/prisma/client';
import type { CommuneCoverage, UnitGap } from './coverage';
import { unitsOf } from './matrix/matrix';
import { findMatrix } from './matrix/matrix-queries';

/**
 * The parts that each uncovered unit of a commune lacks on a day, as it was called then, where it lay within the viewer's reach; a
 * sub-association before its groups. Null when the commune is not hers to see.
 */
export async function listGaps(viewer: Viewer, communeId: string, day: Day = today()): Promise<UnitGap[] | null> {
  const rows = await findMatrix(viewer, communeId, day);
  return rows && unitsOf(rows).flatMap(({ gap }) => gap ?? []);
}

/**
 * How many sub-associations and groups within the viewer's reach `listGaps` lists today. `rows`, her communes' rows
 * of today, tell it for whole communes; where she has a part of one, her units are counted one by one.
 */
export async function countGaps(viewer: Viewer, rows: readonly CommuneCoverage[]): Promise<number> {
  const areas = reach(viewer, 'coverage.see');
  if (mayForProvince(viewer, 'coverage.see') || areas.every(holdsCommunes))
    return rows.reduce((total, row) => total + row.units - row.covered, 0);
  return countOwnGaps([...new Set(rows.map(({ communeId }) => communeId))], areas);
}

async function countOwnGaps(communeIds: string[], areas: string[]): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count
    FROM unnest(${communeIds}::uuid[]) commune(id)
      CROSS JOIN LATERAL app.missing(commune.id, app.today()) gap
      JOIN app.unit_place place ON place.unit_id = gap.unit_id
    WHERE ${withinAreasSql(Prisma.sql`place.path`, areas)}`;
  return row?.count ?? 0;
}
