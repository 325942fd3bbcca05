import { reach } from '@/domain/access/access';
import { placedTodaySql, withinAreasSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { findUnit } from '@/domain/units/queries';
import { db, Prisma } from '@/prisma/client';
import { findMatrix } from './matrix/matrix-queries';
import { findPublishedCoverage } from './queries';
import { type Bringing, type UnitCoverage, unitCoverageIn } from './unit-coverage';

/**
 * The coverage of a sub-association or group today, with that of its commune and what the record `by` brought it; null
 * for other units and beyond the viewer's reach.
 */
export async function findUnitCoverage(viewer: Viewer, unitId: string, by?: Bringing): Promise<UnitCoverage | null> {
  const unit = await findUnit(viewer, unitId, 'coverage.see');
  if (!unit?.communeId || (unit.level !== 'sub_association' && unit.level !== 'group')) return null;
  const [rows, communes, gained, lost] = await Promise.all([
    findMatrix(viewer, unit.communeId),
    findPublishedCoverage(unit.communeId, today()),
    isGained(viewer, unitId, by),
    isLost(viewer, unitId, by),
  ]);
  return rows && unitCoverageIn(rows, communes, unitId, { gained, lost });
}

/**
 * Whether a unit within the viewer's reach counts today because of this model or pair, and would not without. Null of neither, of one
 * that ends today, and where no tie is asked for.
 */
export async function isGained(viewer: Viewer, unitId: string, by: Bringing | undefined): Promise<boolean | null> {
  if (!by || !isId(unitId) || !Object.values(by).every(isId)) return null;
  const [row] = await db.$queryRaw<{ gained: boolean | null }[]>`
    SELECT CASE WHEN app.signed_reading(${today()}::date) = 'tied' AND bool_or(own.mine AND NOT t.days @> (${today()}::date + 1)) IS NOT TRUE
      THEN coalesce(bool_and(own.mine), false) END AS gained
    FROM app.tied_days t CROSS JOIN LATERAL (SELECT ${mineSql(by)} AS mine) own
    WHERE t.unit_id = ${unitId}::uuid AND t.days @> ${today()}::date AND ${reachedSql(viewer, unitId)}`;
  return row?.gained ?? null;
}

/** Whether a unit within the viewer's reach counted until yesterday with this model or pair, and with none of any kind since then. */
export async function isLost(viewer: Viewer, unitId: string, by: Bringing | undefined): Promise<boolean> {
  if (!by || !isId(unitId) || !Object.values(by).every(isId)) return false;
  const [row] = await db.$queryRaw<{ lost: boolean | null }[]>`
    SELECT app.signed_reading(${today()}::date) = 'tied' AND bool_or(upper(t.days) = ${today()}::date AND ${mineSql(by)})
      AND NOT bool_or(t.days @> ${today()}::date) AS lost
    FROM app.tied_days t WHERE t.unit_id = ${unitId}::uuid AND ${reachedSql(viewer, unitId)}`;
  return row?.lost ?? false;
}

const mineSql = (by: Bringing) => {
  const { modelId = null, pairId = null } = by as Partial<Record<string, string>>;
  return Prisma.sql`(t.model_id IS NOT DISTINCT FROM ${modelId}::uuid OR t.pair_id IS NOT DISTINCT FROM ${pairId}::uuid)`;
};

const reachedSql = (viewer: Viewer, unitId: string) =>
  Prisma.sql`EXISTS (SELECT FROM unit_span s WHERE s.unit_id = ${unitId}::uuid AND ${placedTodaySql(Prisma.sql`s`)}
    AND ${withinAreasSql(Prisma.sql`s.path`, reach(viewer, 'coverage.see'))})`;
