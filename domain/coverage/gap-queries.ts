import { holdsCommunes, may, mayForProvince, reach } from '@/domain/access/access';
import { placedTodaySql, withinAreasSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { type Day, toDate, today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { unitNameSql } from '@/domain/units/name-queries';
import { db, Prisma } from '@/prisma/client';
import type { CommuneCoverage, CoverageLevel, MissingPart, UnitGap } from './coverage';
import { byPlace } from './gap-order';
import { communesInReachSql } from './queries';
import { type PartsThere, remedyOf } from './remedy';

const GAPS_MAX = 2_000;

type GapRow = {
  unitId: string;
  level: CoverageLevel;
  path: string | null;
  name: string | null;
  subAssociationId: string;
  subAssociationName: string | null;
  missing: MissingPart[];
  because: string[];
  parts: PartsThere;
};

/**
 * The parts that each uncovered unit of a commune lacks on a day, within the viewer's reach, a sub-association before
 * its groups; null when the commune is not hers to see.
 */
export async function listGaps(viewer: Viewer, communeId: string, day: Day = today()): Promise<UnitGap[] | null> {
  if (!isId(communeId)) return null;
  const [row] = await db.$queryRaw<{ hers: boolean; gaps: GapRow[] | null }[]>`
    WITH hers AS MATERIALIZED (SELECT ${communeId}::uuid IN (${communesInReachSql(viewer)} AND s.commune_id = ${communeId}::uuid) AS hers),
      gap AS MATERIALIZED (SELECT m.* FROM hers CROSS JOIN LATERAL app.missing(${communeId}::uuid, ${toDate(day)}::date) m WHERE hers LIMIT ${GAPS_MAX}),
      tied AS (${tiedSql(day)})
    SELECT hers.hers, (SELECT jsonb_agg(jsonb_build_object('unitId', g.unit_id, 'level', g.level, 'path', place.path, 'name', ${unitNameSql(Prisma.sql`g.unit_id`)},
        'subAssociationId', g.sub_association_id, 'subAssociationName', ${unitNameSql(Prisma.sql`g.sub_association_id`)},
        'missing', g.missing, 'because', g.because, 'parts', jsonb_build_object(
          'unitId', g.unit_id, 'idleId', ${idleSql(day)}, 'activeId', ${activeSql(day)}, 'pairId', tied.pair_id)))
      FROM gap g LEFT JOIN tied ON tied.unit_id = g.unit_id
        LEFT JOIN LATERAL (SELECT s.path FROM unit_span s WHERE s.unit_id = g.unit_id AND ${placedTodaySql(Prisma.sql`s`)} LIMIT 1) place ON true) AS gaps
    FROM hers`;
  if (!row?.hers) return null;
  return (row.gaps ?? [])
    .filter(({ path }) => may(viewer, 'coverage.see', path ?? ''))
    .map(({ path: _path, parts, name, subAssociationId, subAssociationName, ...gap }) => ({
      ...gap,
      name: name ?? '',
      subAssociationId: gap.level === 'group' ? subAssociationId : null,
      parentName: gap.level === 'group' ? subAssociationName : null,
      remedy: remedyOf(gap.missing, parts),
    }))
    .sort(byPlace);
}

/** A Digital Family at the unit of a gap `g` that is planned or paused, and one that is active. */
const idleSql = (
  day: Day,
) => Prisma.sql`(SELECT m.id FROM model_host h JOIN digital_model m ON m.id = h.model_id AND m.kind = 'digital_family'
  JOIN model_status s ON s.model_id = m.id AND s.status IN ('planned', 'paused') AND app.active_on(s.valid_from, s.valid_to, ${day}::date)
  WHERE h.unit_id = g.unit_id AND app.active_on(h.valid_from, h.valid_to, ${day}::date) ORDER BY s.status DESC, m.id LIMIT 1)`;
const activeSql = (day: Day) => Prisma.sql`(SELECT f.model_id FROM app.family_days f
  WHERE f.unit_id = g.unit_id AND f.days @> ${day}::date ORDER BY f.model_id LIMIT 1)`;

/** A pair at the unit of each gap; its days are asked for of those that are tied there. */
const tiedSql = (day: Day) => Prisma.sql`SELECT d.unit_id, min(d.pair_id::text) AS pair_id FROM app.pair_unit_days d
  WHERE d.unit_id = ANY (ARRAY(SELECT unit_id FROM gap)) AND d.days @> ${day}::date
    AND d.pair_id = ANY (ARRAY(SELECT h.pair_id FROM pair_host h WHERE h.unit_id = ANY (ARRAY(SELECT unit_id FROM gap))))
  GROUP BY d.unit_id`;

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
