import { placedToday, reach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { type Day, toDate } from '@/domain/days/day';
import { listPublishedCommunes } from '@/domain/units/queries';
import { db } from '@/prisma/client';
import type { CommuneCoverage, CoverageLevel, CoverageState, ProvinceCoverage } from './coverage';

type CoverageRow = {
  commune_id: string;
  level: CoverageLevel;
  units: number;
  family: number;
  pair: number;
  covered: number;
  state: CoverageState;
  percent: { toNumber(): number } | number | null;
};

const numberOf = (value: { toNumber(): number } | number | null) =>
  value === null ? null : typeof value === 'number' ? value : value.toNumber();

/**
 * Every commune's coverage on a day, for both levels, from the one definition in the database (`app.coverage`).
 * Counts of units are not personal and always shown.
 */
export async function listPublishedCoverage(day: Day): Promise<CommuneCoverage[]> {
  const [communes, rows] = await Promise.all([
    listPublishedCommunes(day),
    db.$queryRaw<
      CoverageRow[]
    >`SELECT commune_id::text, level::text, units, family, pair, covered, state, percent FROM app.coverage(${toDate(day)}::date)`,
  ]);
  const byId = new Map(communes.map((commune) => [commune.id, commune]));
  return rows.flatMap(({ commune_id: communeId, ...row }) => {
    const commune = byId.get(communeId);
    if (!commune) return [];
    const { code, slug, name, kind, q, r } = commune;
    return [{ communeId, code, slug, name, kind, q, r, ...row, percent: numberOf(row.percent) }];
  });
}

/** One commune's two rows of a day. */
export async function findPublishedCoverage(communeId: string, day: Day): Promise<CommuneCoverage[]> {
  return (await listPublishedCoverage(day)).filter((row) => row.communeId === communeId);
}

type ProvinceRow = {
  level: CoverageLevel;
  units: number;
  covered: number;
  percent: { toNumber(): number } | number | null;
  communes: number;
  communes_at_100: number;
  communes_not_reported: number;
  communes_without_units: number;
};

const toProvince = (row: ProvinceRow): ProvinceCoverage => ({
  level: row.level,
  units: row.units,
  covered: row.covered,
  percent: numberOf(row.percent),
  communes: row.communes,
  communesAtTarget: row.communes_at_100,
  communesNotReported: row.communes_not_reported,
  communesWithoutUnits: row.communes_without_units,
});

/** The province on a day: what is not known to be covered is not covered. */
export async function findPublishedProvinceCoverage(day: Day): Promise<Record<CoverageLevel, ProvinceCoverage>> {
  const rows = await db.$queryRaw<ProvinceRow[]>`
    SELECT level::text, units, covered, percent, communes, communes_at_100, communes_not_reported, communes_without_units
    FROM app.coverage_province(${toDate(day)}::date)`;
  const of = (level: CoverageLevel) =>
    toProvince(
      rows.find((row) => row.level === level) ?? {
        level,
        units: 0,
        covered: 0,
        percent: null,
        communes: 0,
        communes_at_100: 0,
        communes_not_reported: 0,
        communes_without_units: 0,
      },
    );
  return { sub_association: of('sub_association'), group: of('group') };
}

export type TrendPoint = { day: Day; level: CoverageLevel; units: number; covered: number; percent: number | null };

/** Coverage on several days at once, of the province or of one commune; a day without units has no percentage. */
export async function listPublishedTrend(days: Day[], communeId?: string): Promise<TrendPoint[]> {
  const rows = await db.$queryRaw<{ day: Date; level: CoverageLevel; units: number; covered: number }[]>`
    SELECT d.day, c.level::text, sum(c.units)::int AS units, sum(c.covered)::int AS covered
    FROM unnest(${days.map(toDate)}::date[]) d(day) CROSS JOIN LATERAL app.coverage(d.day) c
    WHERE ${communeId ?? null}::uuid IS NULL OR c.commune_id = ${communeId ?? null}::uuid
    GROUP BY 1, 2 ORDER BY 1, 2`;
  return rows.map(({ day, level, units, covered }) => ({
    day: day.toISOString().slice(0, 10) as Day,
    level,
    units,
    covered,
    percent: units > 0 ? Math.round((1000 * covered) / units) / 10 : null,
  }));
}

/** Coverage of the communes that the viewer may see figures of, on a day. */
export async function listCoverage(viewer: Viewer, day: Day): Promise<CommuneCoverage[]> {
  const communes = await communesInReach(viewer);
  return (await listPublishedCoverage(day)).filter((row) => communes.has(row.communeId));
}

const COMMUNES_MAX = 200;

/** Communes within her reach, and those that her reach lies in (a head of a sub-association sees her commune's row). */
export async function communesInReach(viewer: Viewer): Promise<Set<string>> {
  const areas = reach(viewer, 'coverage.see');
  if (areas.length === 0) return new Set();
  const spans = await db.unitSpan.findMany({
    where: {
      AND: [placedToday(), { OR: areas.map((area) => ({ path: { gte: area, lt: `${area}~` } })) }],
      communeId: { not: null },
    },
    select: { communeId: true },
    distinct: ['communeId'],
    take: COMMUNES_MAX,
  });
  return new Set(spans.flatMap(({ communeId }) => communeId ?? []));
}
