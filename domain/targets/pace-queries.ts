import { mayForProvince } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { type CoverageLevel, FIRST_DAY } from '@/domain/coverage/coverage';
import { type Day, toDate, today } from '@/domain/days/day';
import { db, Prisma } from '@/prisma/client';
import { keptValue } from '@/prisma/kept/kept-values';
import { paceDays } from './pace';
import { type CountedPoint, paceOfPoints } from './pace-points';
import { type CoverageTargets, coverageIndicators, type PlacePace, type TargetSource } from './target';

/** The city, and the targets of each commune by its id. */
export type CityPace = { city: PlacePace; communes: Record<string, CoverageTargets> };

/**
 * How fast the city comes to its targets, as was known on a day; that of today is kept until a figure or a target changes. A commune that
 * begins to report has gained nothing by it.
 */
export const findPublishedCityPace = (day: Day): Promise<CityPace> =>
  day === today()
    ? keptValue(`pace ${day}`, ['figures:province', 'figures', 'units', 'today'], () => cityOn(day))
    : cityOn(day);

/** The same for whoever may see all of it, as it is at this moment; null for others. */
export const findCityPace = async (viewer: Viewer, day: Day): Promise<CityPace | null> =>
  mayForProvince(viewer, 'coverage.see') ? cityOn(day) : null;

async function cityOn(day: Day): Promise<CityPace> {
  const { points, targets } = await read(day, citySql, Prisma.sql`true`);
  const city = targets.find(({ isCity }) => isCity)?.unitId ?? null;
  const communes = new Set(targets.flatMap(({ isCity, unitId }) => (isCity ? [] : [unitId])));
  return {
    city: placePace(day, points, targets, city),
    communes: Object.fromEntries([...communes].map((id) => [id, targetsOf(targets, id)])),
  };
}

/** The same of some communes, by id; one that is not there on the day has none. */
export async function listPublishedPaces(communeIds: readonly string[], day: Day): Promise<Map<string, PlacePace>> {
  const { points, targets } = await read(day, communeSql, Prisma.sql`c.commune_id = ANY (${[...communeIds]}::uuid[])`);
  const there = new Set(points.flatMap((point) => (point.day === day ? (point.unitId ?? []) : [])));
  const paceOfCommune = (id: string) =>
    placePace(
      day,
      points.filter(({ unitId }) => unitId === id),
      targets,
      id,
    );
  return new Map([...there].map((id) => [id, paceOfCommune(id)]));
}

/** The targets of some communes alone, by id. */
export async function listPublishedTargets(
  communeIds: readonly string[],
  day: Day,
): Promise<Record<string, CoverageTargets>> {
  const rows = await db.$queryRaw<Omit<TargetRow, 'isCity' | 'source'>[]>`
    SELECT t.unit_id::text AS "unitId", t.indicator, t.value::float8 AS value
    FROM app.targets_on(${[...communeIds]}::uuid[], ${Object.values(coverageIndicators)}::text[], ${toDate(day)}::date) t`;
  return Object.fromEntries(communeIds.map((id) => [id, targetsOf(rows, id)]));
}

/** The same of one commune, kept until its figures or its target change; null where it is not there. */
export const findPublishedPace = async (communeId: string, day: Day): Promise<PlacePace | null> =>
  keptValue(
    `pace ${communeId} ${day}`,
    [`figures:${communeId}`, 'figures', 'units', 'today'],
    async () => (await listPublishedPaces([communeId], day)).get(communeId) ?? null,
  );

type Point = CountedPoint & {
  /** null: of the city */
  unitId: string | null;
  level: CoverageLevel;
};
type TargetRow = { unitId: string; isCity: boolean; indicator: string; value: number; source: TargetSource };

const communeSql = Prisma.sql`SELECT p.commune_id AS "unitId", p.level, p.day, p.units AS whole, p.covered AS done, p.reported AND p.units > 0 AS "isKnown",
  CASE WHEN p.reported AND p.before THEN p.gained END AS gained FROM point p`;
const citySql = Prisma.sql`SELECT NULL AS "unitId", p.level, p.day, coalesce(sum(p.units) FILTER (WHERE p.reported), 0) AS whole,
    coalesce(sum(p.covered) FILTER (WHERE p.reported), 0) AS done, coalesce(sum(p.units) FILTER (WHERE p.reported), 0) > 0 AS "isKnown",
    sum(p.gained) FILTER (WHERE p.reported AND p.before) AS gained
  FROM point p GROUP BY p.level, p.day`;

/** Counts on the days that a pace is read from, and the targets of the last of them. */
async function read(day: Day, pointsSql: Prisma.Sql, which: Prisma.Sql) {
  const days = paceDays(day, FIRST_DAY).map(toDate);
  const [row] = await db.$queryRaw<{ points: Point[] | null; targets: TargetRow[] | null }[]>`
    WITH /* one plan */ point AS MATERIALIZED (
        SELECT d.day, c.commune_id, c.level, c.units, c.covered, c.reported,
          lag(c.reported) OVER week AS before, c.covered - lag(c.covered) OVER week AS gained
        FROM unnest(${days}::date[]) d(day) CROSS JOIN LATERAL app.coverage(d.day) c WHERE ${which}
        WINDOW week AS (PARTITION BY c.commune_id, c.level ORDER BY d.day)),
      place AS (SELECT DISTINCT commune_id AS id FROM point WHERE day = ${toDate(day)}::date
        UNION SELECT id FROM unit WHERE level = 'province' AND closed_on IS NULL)
    SELECT (SELECT json_agg(x) FROM (${pointsSql}) x) AS points,
      (SELECT json_agg(json_build_object('unitId', t.unit_id,
          'isCity', (SELECT u.level = 'province' FROM unit u WHERE u.id = t.unit_id), 'indicator', t.indicator, 'value', t.value,
          'source', CASE WHEN t.pledged > t.asked THEN 'pledged' WHEN t.asked_at IS NULL THEN 'campaign' ELSE 'asked' END))
        FROM app.targets_on(ARRAY(SELECT id FROM place), ${Object.values(coverageIndicators)}::text[], ${toDate(day)}::date) t) AS targets`;
  return { points: row?.points ?? [], targets: row?.targets ?? [] };
}

/** Of both levels of coverage; where a place is unknown, what the campaign asks of everybody. */
const UNKNOWN = { value: 100, source: 'campaign' as const };
const rowOf = <Row extends Omit<TargetRow, 'isCity' | 'source'>>(
  rows: readonly Row[],
  unitId: string | null,
  level: CoverageLevel,
) => rows.find((row) => row.unitId === unitId && row.indicator === coverageIndicators[level]) ?? UNKNOWN;

const ofBoth = <Value>(of: (level: CoverageLevel) => Value): Record<CoverageLevel, Value> => ({
  sub_association: of('sub_association'),
  group: of('group'),
});

const targetsOf = (rows: readonly Omit<TargetRow, 'isCity' | 'source'>[], unitId: string | null): CoverageTargets =>
  ofBoth((level) => rowOf(rows, unitId, level).value);

const placePace = (
  day: Day,
  points: readonly Point[],
  rows: readonly TargetRow[],
  unitId: string | null,
): PlacePace => ({
  targets: targetsOf(rows, unitId),
  sources: ofBoth((level) => rowOf(rows, unitId, level).source),
  paces: ofBoth((level) =>
    paceOfPoints(
      day,
      points.filter((point) => point.level === level),
      rowOf(rows, unitId, level).value,
    ),
  ),
});
