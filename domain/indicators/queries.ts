import type { Viewer } from '@/domain/access/viewer';
import { type Day, fromDate, toDate, today } from '@/domain/days/day';
import { byVietnameseName } from '@/domain/order';
import { findUnit } from '@/domain/units/queries';
import { db, longRead, Prisma } from '@/prisma/client';
import { keptToday } from '@/prisma/kept/kept-until-written';
import { type Figure, type FigureOfPart, type FigureOnDay, type IndicatorCode, publicCodes, toldOf } from './indicator';

const PARTS_MAX = 1_000;

/**
 * What an indicator is on a day in a place that the viewer may see it of, of people trained also in one course or skill; null beyond
 * her reach.
 */
export async function findIndicator(
  viewer: Viewer,
  asked: { code: IndicatorCode; unitId: string; day: Day; trend: readonly Day[]; topicId?: string | undefined },
) {
  const unit = await findUnit(viewer, asked.unitId, toldOf(asked.code).needs);
  if (!unit) return null;
  const counted = countedOf(asked.code, asked.topicId);
  const read = (how?: Asking) => partsAndTrend(counted, Prisma.sql`${unit.id}::uuid`, asked, how);
  if (unit.level !== 'province' || !toldOf(asked.code).heavy) return { unit, ...(await read()) };
  const name = `indicator ${asked.code} ${asked.topicId} ${unit.id} ${asked.day} ${asked.trend}`;
  const { parts, ...told } = await keptToday(name, asked.day === today(), () => read(longRead));
  return { unit, ...told, parts: [...parts] };
}

async function partsAndTrend(
  counted: Counted,
  place: Prisma.Sql,
  { day, trend }: { day: Day; trend: readonly Day[] },
  how: Asking = asUsual,
) {
  const [parts, points] = await Promise.all([partsOn(counted, place, day, how), trendOf(counted, place, trend, how)]);
  return { ...parts, trend: points };
}

/** What several indicators are on a day in one place, in one number each; of those alone that she may see there. */
export async function listIndicators(
  viewer: Viewer,
  asked: { codes: readonly IndicatorCode[]; unitId: string; day: Day },
): Promise<Map<IndicatorCode, Figure>> {
  const needs = [...new Set(asked.codes.map((code) => toldOf(code).needs))];
  const seen = await Promise.all(
    needs.map(async (need) => ({ need, unit: await findUnit(viewer, asked.unitId, need) })),
  );
  const codes = asked.codes.filter((code) => seen.some(({ need, unit }) => unit && need === toldOf(code).needs));
  return seen.some(({ unit }) => unit?.level === 'province')
    ? wholeFiguresOf(codes, asked.unitId, asked.day)
    : figuresOf(codes, Prisma.sql`${asked.unitId}::uuid`, asked.day);
}

/** The same of the whole city: what goes through all women is read one time, takes longer than a statement may elsewhere, and is kept. */
async function wholeFiguresOf(codes: readonly IndicatorCode[], unitId: string, day: Day) {
  const heavy = codes.filter((code) => toldOf(code).heavy);
  const [told, counted] = await Promise.all([
    figuresOf(
      codes.filter((code) => !heavy.includes(code)),
      Prisma.sql`${unitId}::uuid`,
      day,
    ),
    keptToday(`indicators ${heavy} ${unitId} ${day}`, day === today(), () => readHeavy(heavy, unitId, day)),
  ]);
  return new Map([...told, ...counted]);
}

async function readHeavy(codes: readonly IndicatorCode[], unitId: string, day: Day) {
  const rows = await longRead(
    db.$queryRaw<(Figure & { code: IndicatorCode })[]>`
      SELECT f.code, ${figureSql} FROM app.indicators_over(${[...codes]}::text[], ${unitId}::uuid, ARRAY[${toDate(day)}::date]) f`,
  );
  return new Map(rows.map(({ code, ...figure }) => [code, figure]));
}

/** The whole city and each commune on a day: of what is public alone. */
export const findPublishedIndicator = async (code: IndicatorCode, day: Day, trend: readonly Day[]) => {
  if (!publicCodes.includes(code)) throw new Error(`${code} is not public`);
  return partsAndTrend(countedOf(code), provinceSql, { day, trend });
};

/** A place and its parts on a day. Who publishes it says which codes are public of which places, and tells persons in tens. */
export const findPublishedParts = (code: IndicatorCode, unitId: string, day: Day) =>
  partsOn(countedOf(code), Prisma.sql`${unitId}::uuid`, day);

/** What each public indicator is in the whole city on a day, or in one commune. */
export const listPublishedIndicators = (day: Day, communeId?: string) =>
  figuresOf(publicCodes, communeId ? Prisma.sql`${communeId}::uuid` : provinceSql, day);

const provinceSql = Prisma.sql`(SELECT id FROM unit WHERE level = 'province' ORDER BY no LIMIT 1)`;

/** Columns of a figure of `f`, a row of `app.indicator`; what has a share of nothing, or no number at all, says why. */
const figureSql = Prisma.sql`f.done::float8 AS done, f.whole::float8 AS whole,
  CASE WHEN f.whole IS NOT NULL AND f.reported THEN app.percent(f.done::bigint, f.whole::bigint)::float8 END AS percent,
  CASE WHEN f.whole = 0 THEN 'nothing' WHEN NOT f.reported THEN 'not_reported' WHEN f.done IS NULL THEN 'nothing' ELSE 'known' END AS state`;
const NOTHING: Figure = { done: null, whole: null, percent: null, state: 'nothing' };

/** Of a place that is there on the day by the way of one place; one that is closed by then is still told what was held in it that year. */
async function figuresOf(codes: readonly IndicatorCode[], place: Prisma.Sql, day: Day) {
  const on = Prisma.sql`${toDate(day)}::date`;
  const rows = await db.$queryRaw<(Figure & { code: IndicatorCode })[]>`
    SELECT f.code, ${figureSql} FROM app.indicators_over(${[...codes]}::text[], ${place}, ARRAY[${on}]) f
    UNION ALL SELECT f.code, ${figureSql} FROM (SELECT ${place} AS id WHERE NOT EXISTS (SELECT FROM unit_span s WHERE s.unit_id = ${place} AND app.active_on(s.valid_from, s.valid_to, ${on}))) closed
      CROSS JOIN LATERAL app.indicators(${[...codes]}::text[], closed.id, ${on}) f WHERE f.unit_id = closed.id`;
  return new Map(rows.map(({ code, ...figure }) => [code, figure]));
}

/** The arithmetic of an indicator, on a day for a place and its parts and over several days; of a topic, of people trained in it. */
function countedOf(code: IndicatorCode, topicId?: string): Counted {
  if (topicId === undefined)
    return {
      on: (place, day) => Prisma.sql`app.indicator(${code}, ${place}, ${day})`,
      over: (place, days) => Prisma.sql`app.indicator_over(${code}, ${place}, ${days})`,
    };
  if (code !== 'people_trained') throw new Error(`${code} has no topics`);
  return {
    on: (place, day) => Prisma.sql`app.people_trained_in(${topicId}::uuid, ${place}, ${day})`,
    over: (place, days) => Prisma.sql`app.people_trained_over(${topicId}::uuid, ${place}, ${days})`,
  };
}

type Counted = Record<'on' | 'over', (place: Prisma.Sql, when: Prisma.Sql) => Prisma.Sql>;

/** How a question is asked: like the others, or as one that may take long. */
type Asking = <Rows>(question: Prisma.PrismaPromise<Rows>) => Promise<Rows>;
const asUsual: Asking = (question) => question;

async function trendOf(counted: Counted, place: Prisma.Sql, days: readonly Day[], how: Asking): Promise<FigureOnDay[]> {
  if (days.length === 0) return [];
  const rows = await how(
    db.$queryRaw<(Figure & { day: Date })[]>`
    SELECT f.day, ${figureSql} FROM ${counted.over(place, Prisma.sql`${days.map(toDate)}::date[]`)} f ORDER BY f.day`,
  );
  const known = new Map(rows.map((row) => [fromDate(row.day), row]));
  return days.map((day) => ({ ...(known.get(day) ?? NOTHING), day }));
}

type PartRow = FigureOfPart & { isPlace: boolean };

/**
 * The place, its parts on that day by their names of then, and what belongs to it but to none of them. A part that nothing is counted of
 * has none.
 */
async function partsOn(counts: Counted, place: Prisma.Sql, day: Day, how: Asking = asUsual) {
  const on = Prisma.sql`${toDate(day)}::date`;
  const rows = await how(
    db.$queryRaw<PartRow[]>`
    WITH counted AS MATERIALIZED (SELECT * FROM ${counts.on(place, on)}),
      part AS MATERIALIZED (SELECT DISTINCT part_id AS unit_id FROM app.units_of_place(${place}, ${on}) WHERE part_id IS NOT NULL),
      f AS (SELECT coalesce(c.unit_id, p.unit_id) AS unit_id, CASE WHEN c.reported IS NULL THEN 0 ELSE c.done END AS done,
          CASE WHEN c.reported IS NULL AND EXISTS (SELECT FROM counted WHERE whole IS NOT NULL) THEN 0 ELSE c.whole END AS whole, coalesce(c.reported, true) AS reported
        FROM counted c FULL JOIN part p ON p.unit_id = c.unit_id)
    SELECT f.unit_id::text AS id, f.unit_id = ${place} AS "isPlace", coalesce(n.name, u.slug, '') AS name, k.kind::text AS kind, u.slug, ${figureSql}
    FROM f LEFT JOIN unit u ON u.id = f.unit_id
      LEFT JOIN LATERAL (SELECT x.name FROM unit_name x WHERE x.unit_id = u.id AND x.valid_from <= ${on} ORDER BY x.valid_from DESC LIMIT 1) n ON true
      LEFT JOIN unit_kind k ON k.unit_id = u.id AND app.active_on(k.valid_from, k.valid_to, ${on})
    LIMIT ${PARTS_MAX}`,
  );
  const figures = rows.map(({ isPlace, ...row }) => ({ ...row, isPlace: isPlace === true }));
  const parts = figures.filter(({ isPlace, id, done }) => !isPlace && (id !== null || (done ?? 0) > 0));
  const named = parts.filter(({ id }) => id !== null);
  return {
    figure: figures.find(({ isPlace }) => isPlace) ?? NOTHING,
    // a place without parts is told by its own number
    parts: (named.length > 0 ? parts : []).map(({ isPlace: _, ...part }) => part).sort(byPlace),
  };
}

const byPlace = (one: FigureOfPart, other: FigureOfPart) =>
  Number(one.id === null) - Number(other.id === null) || byVietnameseName(one, other);
