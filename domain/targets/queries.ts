import { may } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { type Day, toDate } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { indicatorCodes, isIndicator } from '@/domain/indicators/indicator';
import { byVietnameseName } from '@/domain/order';
import { findUnit } from '@/domain/units/queries';
import type { Unit, UnitLevel } from '@/domain/units/unit';
import { db, Prisma } from '@/prisma/client';
import { dayOfYear, lastDayOf, type Target, type TargetIndicator, type TargetVoice, type TargetWord } from './target';
import { voiceOf } from './voice';

const UNITS_MAX = 400;
const WORDS_MAX = 20;
const INDICATORS_MAX = 60;

/** The units whose targets stand beneath those of a unit on its page. */
const levelBelow: Partial<Record<UnitLevel, UnitLevel>> = { province: 'commune', commune: 'sub_association' };

/**
 * The target of a unit for a year, inherited by its place of the year's last day, with what was said of it before; null beyond the viewer's
 * reach.
 */
export async function findTarget(
  viewer: Viewer,
  indicator: string,
  unitId: string,
  year: number,
): Promise<Target | null> {
  const unit = await findUnit(viewer, unitId, 'coverage.see');
  return unit && ((await read(unit, indicator, year, null))[0] ?? null);
}

/** The same for a unit and those right beneath it, itself first and the others in Vietnamese order, and the voice she would set it with; null beyond her reach. */
export async function listTargets(
  viewer: Viewer,
  { indicator, unitId, year }: { indicator: string; unitId: string; year: number },
): Promise<{ unit: Unit; targets: Target[]; voice: TargetVoice | null } | null> {
  if (!isId(unitId)) return null;
  const unit = await findUnit(viewer, unitId, 'coverage.see');
  if (!unit) return null;
  const rows = await read(unit, indicator, year, levelBelow[unit.level] ?? null);
  const own = rows.filter((row) => row.unitId === unit.id);
  const below = rows.filter((row) => row.unitId !== unit.id).sort(byVietnameseName);
  return {
    unit,
    targets: [...own, ...below],
    voice: unit.level !== 'group' && may(viewer, 'targets.set', unit.path) ? voiceOf(viewer) : null,
  };
}

type Row = Omit<Target, 'history' | 'source' | 'from' | 'indicator' | 'year'> & {
  pledged: number | null;
  askedAt: { id: string; name: string } | null;
  pledgedAt: { id: string; name: string } | null;
  history: (Omit<TargetWord, 'at'> & { at: string })[] | null;
};

async function read(unit: Unit, indicator: string, year: number, below: UnitLevel | null): Promise<Target[]> {
  const [day, last] = [toDate(dayOfYear(year)), toDate(lastDayOf(year))];
  const rows = await db.$queryRaw<Row[]>`
    WITH here AS (SELECT s.unit_id, s.path FROM unit_span s WHERE s.unit_id = ${unit.id}::uuid AND s.valid_from <= ${day}::date ORDER BY s.valid_from DESC LIMIT 1),
      listed AS (SELECT here.unit_id FROM here UNION SELECT s.unit_id FROM here JOIN unit_span s ON s.path > here.path AND s.path < here.path || '~'
        WHERE s.level = ${below}::unit_level AND app.active_on(s.valid_from, s.valid_to, ${day}::date) LIMIT ${UNITS_MAX})
    SELECT t.unit_id::text AS "unitId", coalesce(${nameSql(Prisma.sql`u.id`, day)}, u.slug) AS name, u.level::text, t.value::float8, t.asked::float8, t.pledged::float8,
      ${placeSql(Prisma.sql`t.asked_at`, day)} AS "askedAt", ${placeSql(Prisma.sql`t.pledged_at`, day)} AS "pledgedAt", ${historySql(indicator, year)} AS history
    FROM app.targets_on(ARRAY(SELECT unit_id FROM listed), ARRAY[${indicator}], ${last}::date) t JOIN unit u ON u.id = t.unit_id`;
  return rows.map((row) => toTarget(row, indicator, year));
}

const nameSql = (
  unitId: Prisma.Sql,
  day: Date,
) => Prisma.sql`(SELECT n.name FROM unit_name n WHERE n.unit_id = ${unitId}
  AND n.valid_from <= ${day}::date ORDER BY n.valid_from DESC LIMIT 1)`;
const placeSql = (unitId: Prisma.Sql, day: Date) => Prisma.sql`CASE WHEN ${unitId} IS NOT NULL
  THEN jsonb_build_object('id', ${unitId}, 'name', ${nameSql(unitId, day)}) END`;
const historySql = (indicator: string, year: number) => Prisma.sql`(SELECT json_agg(w) FROM (
  SELECT h.voice, h.number, h.value, h.reason, a.display_name AS by, h.set_at AS at FROM target h LEFT JOIN account a ON a.id = h.set_by_id
  WHERE h.unit_id = u.id AND h.indicator_code = ${indicator} AND h.year = ${year} ORDER BY h.set_at DESC, h.number DESC LIMIT ${WORDS_MAX}) w)`;

function toTarget({ pledged, askedAt, pledgedAt, history, ...row }: Row, indicator: string, year: number): Target {
  const { value, asked, unitId } = row;
  const holds: TargetVoice = pledged !== null && pledged === value && pledged !== asked ? 'pledged' : 'asked';
  const at = holds === 'pledged' ? pledgedAt : askedAt;
  return {
    ...row,
    indicator,
    year,
    source: value === null ? null : holds === 'asked' && !askedAt ? 'campaign' : holds,
    from: at && at.id !== unitId ? at : null,
    history: (history ?? []).map((word) => ({ ...word, at: new Date(word.at) })),
  };
}

/** The indicators that are in force on a day, in the order in which lists show them. */
export const listPublishedTargetIndicators = async (day: Day): Promise<TargetIndicator[]> =>
  inOrderOfLists(
    await db.$queryRaw`
      SELECT code, unit_of_measure::text AS unit, name_vi AS "nameVi", name_en AS "nameEn" FROM indicator
      WHERE app.active_on(valid_from, valid_to, ${toDate(day)}::date) ORDER BY code LIMIT ${INDICATORS_MAX}`,
  );

/** What the portal has no list of comes last. */
const placeInLists = ({ code }: TargetIndicator) =>
  isIndicator(code) ? indicatorCodes.indexOf(code) : indicatorCodes.length;
const inOrderOfLists = (rows: TargetIndicator[]) => rows.sort((one, other) => placeInLists(one) - placeInLists(other));
