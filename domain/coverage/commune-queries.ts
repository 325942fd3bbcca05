import { type Day, toDate, today } from '@/domain/days/day';
import { type ModelCount, modelCountsSql, toPublishedCounts } from '@/domain/digital-models/published-queries';
import { byVietnameseName } from '@/domain/order';
import { countedBy, guidedTold } from '@/domain/small-count';
import { db, Prisma } from '@/prisma/client';
import { keptValue } from '@/prisma/kept/kept-values';
import type { CommuneCoverage, SubAssociationCoverage } from './coverage';
import { coverageSql, findPublishedDay } from './queries';
import type { SignedReading } from './rulings/ruling';

const SUB_ASSOCIATIONS_MAX = 300;

/** Every sub-association of a commune on a day. */
const subAssociationsSql = (communeId: string, day: Day) => Prisma.sql`
  WITH units AS (SELECT * FROM app.coverage_units_of(${communeId}::uuid, ${toDate(day)}::date)),
    groups AS (
      SELECT sub_association_id, count(*)::int AS groups, (count(*) FILTER (WHERE covered))::int AS covered
      FROM units WHERE level = 'group' GROUP BY 1
    )
  SELECT u.unit_id::text AS id, n.name, coalesce(g.groups, 0) AS groups, coalesce(g.covered, 0) AS "groupsCovered",
    u.has_family AS "hasFamily", u.has_pair AS "hasPair", u.tied, u.covered, unit.demo
  FROM units u
    JOIN unit ON unit.id = u.unit_id
    LEFT JOIN groups g ON g.sub_association_id = u.unit_id
    JOIN LATERAL (SELECT name FROM unit_name x WHERE x.unit_id = u.unit_id AND x.valid_from <= ${toDate(day)}::date ORDER BY valid_from DESC LIMIT 1) n ON true
  WHERE u.level = 'sub_association'
  LIMIT ${SUB_ASSOCIATIONS_MAX}`;

/** An indicator of the commune on a day, as everywhere. */
const indicatorSql = (code: 'sessions_held', communeId: string, day: Day) => Prisma.sql`
  SELECT coalesce(max(f.done), 0)::int FROM app.indicator_over(${code}, ${communeId}::uuid, ARRAY[${toDate(day)}::date]) f`;

/** Women first guided here by the end of a day (`app.women_guided_in`). */
const guidedSql = (commune: Prisma.Sql, by: Day) =>
  Prisma.sql`SELECT count(*)::int FROM app.women_guided_in(${commune}, ${toDate(by)}::date) w`;

/** Whether a commune keeps its records here on a day, and the women guided in it as its page tells them. */
export type Guided = { communeId: string; reports: boolean; guided: number | null };

const COMMUNES_MAX = 200;

/** The same of every commune of a day, in one statement; that of today is kept until a figure changes. Of a silent one nobody is counted. */
export const listPublishedGuided = (day: Day): Promise<readonly Guided[]> =>
  day === today()
    ? keptValue(`guided ${day}`, ['figures:province', 'figures', 'units', 'today'], () => guidedOn(day))
    : guidedOn(day);

async function guidedOn(day: Day): Promise<Guided[]> {
  const rows = await db.$queryRaw<(Omit<Guided, 'guided'> & { count: number | null })[]>`
    SELECT c.unit_id::text AS "communeId", c.reported AS reports, CASE WHEN c.reported THEN (${guidedSql(Prisma.sql`c.unit_id`, countedBy(day))}) END AS count
    FROM app.communes_on(${toDate(day)}::date) c LIMIT ${COMMUNES_MAX}`;
  return rows.map(({ count, ...row }) => ({ ...row, guided: count === null ? null : guidedTold(count) }));
}

export type CommuneFigures = {
  /** of all communes: its own figures stand among those of its neighbours */
  coverage: CommuneCoverage[];
  /** what counts as covered in them */
  signed: SignedReading;
  /** it keeps its records here on the day; of one that does not nothing below is told */
  reports: boolean;
  /** in Vietnamese order of names ("Khu phố 2" before "Khu phố 10") */
  subAssociations: SubAssociationCoverage[];
  /** held since the beginning of the year; null of a silent commune */
  sessions: number | null;
  /** women guided here by `countedBy(day)`, in tens; null below twenty: single persons could be told */
  guided: number | null;
  models: ModelCount[];
};

/** The figures that a commune's page shows on a day, in one statement beside those of all communes. Nothing that the records of a silent one say. */
export async function findPublishedFigures(communeId: string, day: Day): Promise<CommuneFigures> {
  const [{ communes, signed }, [row]] = await Promise.all([
    findPublishedDay(day),
    db.$queryRaw<FiguresRow[]>`
      SELECT EXISTS (SELECT FROM app.communes_on(${toDate(day)}::date) c WHERE c.unit_id = ${communeId}::uuid AND c.reported) AS reports,
        (SELECT json_agg(s) FROM (${subAssociationsSql(communeId, day)}) s) AS "subAssociations",
        (${indicatorSql('sessions_held', communeId, day)}) AS sessions, (${guidedSql(Prisma.sql`${communeId}::uuid`, countedBy(day))}) AS guided,
        (SELECT json_agg(m) FROM (${modelCountsSql(communeId, day)}) m) AS models`,
  ]);
  if (!row?.reports)
    return {
      coverage: communes,
      signed,
      reports: false,
      subAssociations: [],
      sessions: null,
      guided: null,
      models: [],
    };
  return {
    coverage: communes,
    signed,
    reports: true,
    subAssociations: (row.subAssociations ?? []).sort(byVietnameseName),
    sessions: row.sessions,
    guided: guidedTold(row.guided),
    models: toPublishedCounts(row.models ?? []),
  };
}

type FiguresRow = {
  reports: boolean;
  subAssociations: SubAssociationCoverage[] | null;
  sessions: number;
  guided: number;
  models: ModelCount[] | null;
};

type PlaceTold = { coverage: readonly CommuneCoverage[]; models: number };

/**
 * How a commune is doing today, as what is told of it says: its coverage, and how many models are active in it. Kept until a figure of it changes:
 * a piece is drawn anew for each title beside it.
 */
export const findPublishedPlace = (communeId: string): Promise<PlaceTold> =>
  keptValue(`told of ${communeId} ${today()}`, [`figures:${communeId}`, 'figures', 'units', 'today'], () =>
    placeOn(communeId, today()),
  );

async function placeOn(communeId: string, day: Day): Promise<PlaceTold> {
  const here = Prisma.sql`c.commune_id = ${communeId}::uuid`;
  const [row] = await db.$queryRaw<{ coverage: CommuneCoverage[] | null; models: ModelCount[] | null }[]>`
      SELECT (SELECT json_agg(c) FROM (${coverageSql(day, here)}) c) AS coverage,
        (SELECT json_agg(m) FROM (${modelCountsSql(communeId, day)}) m) AS models`;
  return {
    coverage: row?.coverage ?? [],
    models: toPublishedCounts(row?.models ?? []).reduce((sum, { active }) => sum + active, 0),
  };
}
