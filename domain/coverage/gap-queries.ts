import { may, pathOf, placedToday, reach, spanToday } from '@/domain/access/access';
import { withinAreasSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { type Day, toDate, today } from '@/domain/days/day';
import { nameToday } from '@/domain/units/unit';
import { db, Prisma } from '@/prisma/client';
import type { CommuneCoverage, CoverageLevel, MissingPart, UnitGap } from './coverage';
import { byPlace } from './gap-order';
import { communesInReach } from './queries';
import { type PartsThere, remedyOf } from './remedy';

const GAPS_MAX = 2_000;

/**
 * The parts that each uncovered unit of a commune lacks on a day, within the viewer's reach, a sub-association before
 * its groups; null when the commune is not hers to see.
 */
export async function listGaps(viewer: Viewer, communeId: string, day: Day = today()): Promise<UnitGap[] | null> {
  if (!(await communesInReach(viewer)).has(communeId)) return null;
  const gaps = await db.$queryRaw<
    { unit_id: string; level: CoverageLevel; sub_association_id: string; missing: MissingPart[]; because: string[] }[]
  >`
    SELECT unit_id::text, level::text, sub_association_id::text, missing, because FROM app.missing(${communeId}::uuid, ${toDate(day)}::date) LIMIT ${GAPS_MAX}`;
  const remedies = await remediesOf(
    gaps.map((gap) => gap.unit_id),
    day,
  );
  const units = await db.unit.findMany({
    where: { id: { in: [...new Set(gaps.flatMap((gap) => [gap.unit_id, gap.sub_association_id]))] } },
    select: {
      id: true,
      unitNames: nameToday(),
      unitSpans: spanToday(),
    },
    take: GAPS_MAX,
  });
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const placeOf = (unitId: string) => pathOf(byId.get(unitId) ?? { unitSpans: [] });
  return gaps
    .filter((gap) => may(viewer, 'coverage.see', placeOf(gap.unit_id)))
    .map((gap) => ({
      unitId: gap.unit_id,
      level: gap.level,
      name: byId.get(gap.unit_id)?.unitNames[0]?.name ?? '',
      subAssociationId: gap.level === 'group' ? gap.sub_association_id : null,
      parentName: gap.level === 'group' ? (byId.get(gap.sub_association_id)?.unitNames[0]?.name ?? null) : null,
      missing: gap.missing,
      because: gap.because,
      remedy: remedyOf(gap.missing, remedies.get(gap.unit_id)),
    }))
    .sort(byPlace);
}

/**
 * Models and pairs at these units, in one statement for all of them; the days of a pair are asked for of those that
 * are tied there.
 */
async function remediesOf(unitIds: readonly string[], day: Day): Promise<Map<string, PartsThere>> {
  if (unitIds.length === 0) return new Map();
  const ids = [...unitIds];
  const rows = await db.$queryRaw<PartsThere[]>`
    SELECT u.id::text AS "unitId",
      (SELECT m.id::text FROM model_host h JOIN digital_model m ON m.id = h.model_id AND m.kind = 'digital_family'
        JOIN model_status s ON s.model_id = m.id AND s.status IN ('planned', 'paused') AND app.active_on(s.valid_from, s.valid_to, ${day}::date)
        WHERE h.unit_id = u.id AND app.active_on(h.valid_from, h.valid_to, ${day}::date) ORDER BY s.status DESC, m.id LIMIT 1) AS "idleId",
      (SELECT f.model_id::text FROM app.family_days f WHERE f.unit_id = u.id AND f.days @> ${day}::date ORDER BY f.model_id LIMIT 1) AS "activeId",
      tied."pairId"
    FROM unnest(${ids}::uuid[]) u (id)
      LEFT JOIN (
        SELECT d.unit_id, min(d.pair_id::text) AS "pairId" FROM app.pair_unit_days d
        WHERE d.unit_id = ANY (${ids}::uuid[]) AND d.days @> ${day}::date
          AND d.pair_id = ANY (ARRAY(SELECT h.pair_id FROM pair_host h WHERE h.unit_id = ANY (${ids}::uuid[])))
        GROUP BY d.unit_id
      ) tied ON tied.unit_id = u.id`;
  return new Map(rows.map((row) => [row.unitId, row]));
}

/**
 * How many sub-associations and groups within the viewer's reach `listGaps` lists today. `rows`, her communes' rows
 * of today, tell it for whole communes; a head's own units are counted one by one.
 */
export async function countGaps(viewer: Viewer, rows: readonly CommuneCoverage[]): Promise<number> {
  const areas = reach(viewer, 'coverage.see');
  const communeIds = [...new Set(rows.map(({ communeId }) => communeId))];
  const spans = await db.unitSpan.findMany({
    where: { AND: [placedToday(), { unitId: { in: communeIds } }] },
    select: { unitId: true, path: true },
    take: communeIds.length,
  });
  const whole = new Set(spans.filter(({ path }) => may(viewer, 'coverage.see', path)).map(({ unitId }) => unitId));
  const told = rows.filter(({ communeId }) => whole.has(communeId));
  const parts = communeIds.filter((id) => !whole.has(id));
  const sum = told.reduce((total, row) => total + row.units - row.covered, 0);
  return parts.length === 0 ? sum : sum + (await countOwnGaps(parts, areas));
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
