import { may } from '@/domain/access/access';
import { placedOnSql } from '@/domain/access/area-queries';
import type { UnitPath, Viewer } from '@/domain/access/viewer';
import { type Day, today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { byVietnameseName } from '@/domain/order';
import { unitNameOnSql } from '@/domain/units/name-queries';
import { db, Prisma } from '@/prisma/client';
import type { CoverageLevel, MissingPart, UnitGap } from '../coverage';
import { communesInReachSql } from '../queries';
import { mayRemedy, recogniseOf, remedyOf } from '../remedy';
import type { MatrixMark, MatrixRow, MatrixUnit } from './matrix';

const UNITS_MAX = 2_000;

/** A model that stands at a unit, or that only has to be put to use there. */
type ModelThere = { id: string; version: number; status: Exclude<MatrixMark, 'none'>; bare: boolean; lasts: boolean };

type FoundUnit = {
  unitId: string;
  level: CoverageLevel;
  subAssociationId: string;
  name: string | null;
  path: UnitPath | null;
  hasFamily: boolean;
  hasPair: boolean;
  tied: boolean;
  covered: boolean;
  demo: boolean;
  missing: MissingPart[] | null;
  because: string[] | null;
  families: ModelThere[] | null;
  recognitions: ModelThere[] | null;
  pair: { id: string; version: number } | null;
};

/**
 * The sub-associations of a commune with their groups, by place and name of the day, within the viewer's reach, in Vietnamese
 * order; null where it is no commune of hers. What may be done is told of today alone.
 */
export async function findMatrix(viewer: Viewer, communeId: string, day: Day = today()): Promise<MatrixRow[] | null> {
  if (!isId(communeId)) return null;
  const [row] = await db.$queryRaw<{ hers: boolean; units: FoundUnit[] | null }[]>`
    WITH hers AS MATERIALIZED (SELECT ${communeId}::uuid IN (${communesInReachSql(viewer)} AND s.commune_id = ${communeId}::uuid)
        AND EXISTS (SELECT FROM unit c WHERE c.id = ${communeId}::uuid AND c.level = 'commune') AS hers),
      u AS MATERIALIZED (SELECT c.* FROM hers CROSS JOIN LATERAL app.coverage_units_of(${communeId}::uuid, ${day}::date) c WHERE hers LIMIT ${UNITS_MAX}),
      gap AS (SELECT m.* FROM hers CROSS JOIN LATERAL app.missing(${communeId}::uuid, ${day}::date) m WHERE hers LIMIT ${UNITS_MAX}),
      model AS (${modelsSql(day)}), untied AS (${untiedSql(day)})
    SELECT hers.hers, (SELECT jsonb_agg(jsonb_build_object('unitId', u.unit_id, 'level', u.level, 'subAssociationId', u.sub_association_id, 'name', ${unitNameOnSql(Prisma.sql`u.unit_id`, day)},
        'path', place.path, 'hasFamily', u.has_family, 'hasPair', u.has_pair, 'tied', u.tied, 'covered', u.covered, 'demo', unit.demo, 'missing', gap.missing, 'because', gap.because,
        'families', family.found, 'recognitions', recognition.found, 'pair', untied.found))
      FROM u JOIN unit ON unit.id = u.unit_id
        LEFT JOIN gap ON gap.unit_id = u.unit_id LEFT JOIN untied ON untied.unit_id = u.unit_id
        LEFT JOIN model family ON family.unit_id = u.unit_id AND family.kind = 'digital_family'
        LEFT JOIN model recognition ON recognition.unit_id = u.unit_id AND recognition.kind = 'digital_sub_association'
        LEFT JOIN LATERAL (SELECT s.path FROM unit_span s WHERE s.unit_id = u.unit_id AND ${placedOnSql(Prisma.sql`s`, day)} LIMIT 1) place ON true) AS units
    FROM hers`;
  if (!row?.hers) return null;
  return toRows(viewer, row.units ?? [], day);
}

/** The models of each unit and kind, by how far they go: active before paused before planned, one that is still so tomorrow first, the oldest of several. */
const modelsSql = (day: Day) => Prisma.sql`SELECT h.unit_id, m.kind,
    jsonb_agg(jsonb_build_object('id', m.id, 'version', m.version, 'status', s.status, 'lasts', lasting.lasts, 'bare', NOT EXISTS (SELECT FROM model_household k
      WHERE k.model_id = m.id AND app.active_on(k.valid_from, k.valid_to, ${day}::date)))
      ORDER BY s.status = 'active' DESC, s.status DESC, lasting.lasts DESC, m.id) AS found
  FROM model_host h JOIN digital_model m ON m.id = h.model_id AND m.kind IN ('digital_family', 'digital_sub_association')
    JOIN model_status s ON s.model_id = m.id AND s.status <> 'ended' AND app.active_on(s.valid_from, s.valid_to, ${day}::date)
    CROSS JOIN LATERAL (SELECT app.active_on(h.valid_from, h.valid_to, ${day}::date + 1) AND app.active_on(s.valid_from, s.valid_to, ${day}::date + 1) AS lasts) lasting
  WHERE h.unit_id = ANY (ARRAY(SELECT unit_id FROM u)) AND app.active_on(h.valid_from, h.valid_to, ${day}::date)
  GROUP BY h.unit_id, m.kind`;

/** A pair that counts, tomorrow too, at each unit which has all but the tie; its days are asked for of pairs that belong there. */
const untiedSql = (
  day: Day,
) => Prisma.sql`SELECT DISTINCT ON (d.unit_id) d.unit_id, jsonb_build_object('id', p.id, 'version', p.version) AS found
  FROM app.pair_unit_days d JOIN pair p ON p.id = d.pair_id
  WHERE d.unit_id = ANY (ARRAY(SELECT unit_id FROM u WHERE has_family AND has_pair AND NOT tied)) AND d.days @> ${day}::date AND d.days @> (${day}::date + 1)
    AND d.pair_id = ANY (ARRAY(SELECT h.pair_id FROM pair_host h WHERE h.unit_id = ANY (ARRAY(SELECT unit_id FROM u WHERE has_family AND has_pair AND NOT tied))))
  ORDER BY d.unit_id, p.id`;

/** Rows of the sub-associations that are hers, and of those above groups of hers. */
function toRows(viewer: Viewer, units: FoundUnit[], day: Day): MatrixRow[] {
  const hers = units.filter(({ path }) => may(viewer, 'coverage.see', path ?? ''));
  const own = new Set(hers.map(({ unitId }) => unitId));
  const groups = new Map<string, FoundUnit[]>();
  for (const each of hers)
    if (each.level === 'group') groups.set(each.subAssociationId, [...(groups.get(each.subAssociationId) ?? []), each]);
  return units
    .filter(({ level, unitId }) => level === 'sub_association' && (own.has(unitId) || groups.has(unitId)))
    .map((found) => {
      const below = (groups.get(found.unitId) ?? []).map((group) => toUnit(viewer, group, found.name, day));
      const unit = toUnit(viewer, found, null, day);
      const [recognition = null] = found.recognitions ?? [];
      return {
        ...unit,
        gap: own.has(found.unitId) ? unit.gap : null,
        recognition: recognition?.status ?? ('none' as const),
        recognise: today() === day ? recogniseOf(viewer, found.path ?? '', recognition) : null,
        groups: below.sort(byVietnameseName),
        groupsCount: below.length,
        groupsCovered: below.filter(({ covered }) => covered).length,
      };
    })
    .sort(byVietnameseName);
}

function toUnit(viewer: Viewer, found: FoundUnit, parentName: string | null, day: Day): MatrixUnit {
  const { unitId, level, hasFamily, hasPair, tied, covered, demo } = found;
  const [family = null] = found.families ?? [];
  const name = found.name ?? '';
  return {
    unitId,
    level,
    name,
    parentName,
    family: hasFamily ? 'active' : (family?.status ?? 'none'),
    pair: hasPair ? 'active' : 'none',
    tied,
    covered,
    gap: covered ? null : toGap(viewer, { ...found, name }, parentName, day),
    bare:
      family?.status === 'active' && family.bare
        ? {
            modelId: family.id,
            mayKeep: may(viewer, 'digital-models.keep-people', found.path ?? '') && today() === day && family.lasts,
          }
        : null,
    demo,
  };
}

function toGap(viewer: Viewer, found: FoundUnit & { name: string }, parentName: string | null, day: Day): UnitGap {
  const { unitId, level, name, path, pair } = found;
  const [missing, families] = [found.missing ?? [], found.families ?? []];
  const active = families.find(({ status }) => status === 'active');
  const remedy = remedyOf(missing, {
    idle: active?.lasts ? null : (families.find(({ status }) => status !== 'active') ?? null),
    activeId: active?.lasts ? active.id : null,
    ending: active !== undefined && !active.lasts,
    bare: active?.bare ?? false,
    pair,
  });
  return {
    unitId,
    level,
    name,
    subAssociationId: level === 'group' ? found.subAssociationId : null,
    parentName,
    missing,
    because: found.because ?? [],
    remedy: today() === day && mayRemedy(viewer, remedy, path ?? '') ? remedy : null,
    mayTrain: may(viewer, 'trainings.propose', path ?? ''),
  };
}
