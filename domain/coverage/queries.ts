import { mayAnywhere, mayForProvince, reach } from '@/domain/access/access';
import { placedTodaySql, withinAreasSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { type Day, fromDate, toDate, today } from '@/domain/days/day';
import { findPublishedCityKind } from '@/domain/units/name-queries';
import { db, Prisma } from '@/prisma/client';
import { keptValue } from '@/prisma/kept/kept-values';
import {
  type CommuneCounts,
  type CommuneCoverage,
  type CoverageLevel,
  coverageLevels,
  type ProvinceCoverage,
} from './coverage';
import { type SignedReading, UNDECIDED } from './rulings/ruling';
import { signedSql } from './rulings/ruling-queries';

const COMMUNES_MAX = 200;
const ROWS_MAX = COMMUNES_MAX * coverageLevels.length;

const countsSql = Prisma.sql`c.commune_id::text AS "communeId", c.level::text, c.units, c.covered, c.tied, c.both_untied - c.tied AS "bothUntied",
  c.family - c.both_untied AS "familyOnly", c.pair - c.both_untied AS "pairOnly", c.state, c.percent::float8`;

/**
 * The one definition in the database (`app.coverage`), with how each commune was called and what it was on that day. A commune is looked up, and
 * takes its turn among their names, once for both levels.
 */
export const coverageSql = (day: Day, which = Prisma.sql`true`) => Prisma.sql`
  WITH counted AS MATERIALIZED (SELECT c.* FROM app.coverage(${toDate(day)}::date) c WHERE ${which}),
    place AS MATERIALIZED (
      SELECT u.id, coalesce(u.code, u.slug) AS code, u.slug, coalesce(n.name, u.slug) AS name,
        CASE WHEN k.kind IN ('ward', 'special_zone') THEN k.kind::text ELSE 'commune' END AS kind, coalesce(u.grid_q, 0) AS q, coalesce(u.grid_r, 0) AS r,
        row_number() OVER (ORDER BY n.name COLLATE app.vi_numeric, u.id) AS turn
      FROM unit u
        LEFT JOIN LATERAL (SELECT x.name FROM unit_name x WHERE x.unit_id = u.id AND x.valid_from <= ${toDate(day)}::date ORDER BY x.valid_from DESC LIMIT 1) n ON true
        LEFT JOIN unit_kind k ON k.unit_id = u.id AND app.active_on(k.valid_from, k.valid_to, ${toDate(day)}::date)
      WHERE u.id IN (SELECT x.commune_id FROM counted x))
  SELECT ${countsSql}, p.code, p.slug, p.name, p.kind, p.q, p.r
  FROM counted c JOIN place p ON p.id = c.commune_id
  ORDER BY c.level, p.turn
  LIMIT ${ROWS_MAX}`;

/** Every commune's coverage on a day, for both levels. Counts of units are not personal and always shown. */
export const listPublishedCoverage = (day: Day): Promise<CommuneCoverage[]> => db.$queryRaw(coverageSql(day));

/** The counts of that alone, in no order: what another day is compared with. */
export const listPublishedCounts = (day: Day): Promise<CommuneCounts[]> =>
  db.$queryRaw`SELECT ${countsSql} FROM app.coverage(${toDate(day)}::date) c LIMIT ${ROWS_MAX}`;

/** Every commune's coverage on several days, of one commune where it is named by its id; a row tells its day. */
export const listPublishedCoverageOn = (
  days: readonly Day[],
  communeId?: string,
): Promise<(CommuneCoverage & { day: Day })[]> => {
  const which = communeId ? Prisma.sql`c.commune_id = ${communeId}::uuid` : undefined;
  const on = (day: Day) => Prisma.sql`(SELECT ${day}::text AS day, x.* FROM (${coverageSql(day, which)}) x)`;
  return db.$queryRaw(Prisma.join(days.map(on), ' UNION ALL '));
};

/** One commune's two rows of a day. */
export const findPublishedCoverage = (communeId: string, day: Day): Promise<CommuneCoverage[]> =>
  db.$queryRaw(coverageSql(day, Prisma.sql`c.commune_id = ${communeId}::uuid`));

const none = {
  units: 0,
  covered: 0,
  percent: null,
  allUnits: 0,
  percentOfAll: null,
  communes: 0,
  communesAt100: 0,
  communesNotReported: 0,
  communesWithoutUnits: 0,
};

type PublishedDay = {
  communes: CommuneCoverage[];
  province: Record<CoverageLevel, ProvinceCoverage>;
  signed: SignedReading;
  /** what all of it was then: a province, and a city since 30 April 2026 */
  kind: 'province' | 'city';
};

/** Every commune's coverage on a day, that of the province, and what counts as covered then, in one statement; that of today is kept until a figure changes. */
export const findPublishedDay = (day: Day): Promise<PublishedDay> =>
  day === today()
    ? keptValue(`coverage ${day}`, ['figures:province', 'figures', 'units', 'today'], () => coverageOn(day))
    : coverageOn(day);

async function coverageOn(day: Day): Promise<PublishedDay> {
  const [kind, [row]] = await Promise.all([
    findPublishedCityKind(day),
    db.$queryRaw<DayRow[]>`
      SELECT (SELECT json_agg(c) FROM (${coverageSql(day)}) c) AS communes,
        (SELECT json_agg(p) FROM (${provinceSql(day)}) p) AS province, ${signedSql(day)} AS signed`,
  ]);
  return {
    communes: row?.communes ?? [],
    province: toProvince(row?.province ?? []),
    signed: row?.signed ?? UNDECIDED,
    kind,
  };
}

type DayRow = {
  communes: CommuneCoverage[] | null;
  province: ProvinceCoverage[] | null;
  signed: SignedReading | null;
};

/** The province on a day, over the communes that report; what is not known to be covered is not covered. */
export async function findPublishedProvinceCoverage(day: Day): Promise<Record<CoverageLevel, ProvinceCoverage>> {
  return toProvince(await db.$queryRaw<ProvinceCoverage[]>(provinceSql(day)));
}

const provinceSql = (day: Day) => Prisma.sql`
  SELECT level::text, units, covered, percent::float8, all_units AS "allUnits", percent_of_all::float8 AS "percentOfAll", communes, communes_at_100 AS "communesAt100",
    communes_not_reported AS "communesNotReported", communes_without_units AS "communesWithoutUnits"
  FROM app.coverage_province(${toDate(day)}::date)`;

function toProvince(rows: readonly ProvinceCoverage[]): Record<CoverageLevel, ProvinceCoverage> {
  const of = (level: CoverageLevel) => rows.find((row) => row.level === level) ?? { level, ...none };
  return { sub_association: of('sub_association'), group: of('group') };
}

export type TrendPoint = { day: Day; level: CoverageLevel; units: number; covered: number; percent: number | null };

/** Coverage on several days at once, of the province or of one commune, over what was reported; a day without that has no percentage. */
export async function listPublishedTrend(days: Day[], communeId?: string): Promise<TrendPoint[]> {
  const rows = await db.$queryRaw<(Omit<TrendPoint, 'day'> & { day: Date })[]>`
    SELECT d.day, c.level::text, c.units, c.covered, app.percent(c.covered, c.units)::float8 AS percent
    FROM unnest(${days.map(toDate)}::date[]) d(day)
      CROSS JOIN LATERAL (SELECT x.level, coalesce(sum(x.units) FILTER (WHERE x.reported), 0)::int AS units, coalesce(sum(x.covered) FILTER (WHERE x.reported), 0)::int AS covered
        FROM app.coverage(d.day) x
        WHERE ${communeId ? Prisma.sql`x.commune_id = ${communeId}::uuid` : Prisma.sql`true`}
        GROUP BY 1) c
    ORDER BY 1, 2`;
  return rows.map((row) => ({ ...row, day: fromDate(row.day) }));
}

/** Coverage of the communes that the viewer may see figures of, on a day. */
export async function listCoverage(viewer: Viewer, day: Day): Promise<CommuneCoverage[]> {
  if (!mayAnywhere(viewer, 'coverage.see')) return [];
  const all = mayForProvince(viewer, 'coverage.see');
  return db.$queryRaw(coverageSql(day, all ? undefined : Prisma.sql`c.commune_id IN (${communesInReachSql(viewer)})`));
}

/** Communes within her reach, and those that her reach lies in (a head of a sub-association sees her commune's row). */
export const communesInReachSql = (viewer: Viewer): Prisma.Sql => Prisma.sql`SELECT s.commune_id FROM unit_span s
  WHERE s.commune_id IS NOT NULL AND ${withinAreasSql(Prisma.sql`s.path`, reach(viewer, 'coverage.see'))} AND ${placedTodaySql(Prisma.sql`s`)}`;
