import { placedTodaySql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import type { Day } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { unitNameOnSql, unitNameSql } from '@/domain/units/name-queries';
import { findUnitToUse } from '@/domain/units/queries';
import { db, Prisma } from '@/prisma/client';
import { type OfferedUnit, subjectLevels, type UnitTold } from './subject-unit';

const UNITS_MAX = 500;
const LEVELS = Prisma.sql`(${Prisma.join(subjectLevels.map((level) => Prisma.sql`${level}::unit_level`))})`;

const spanSql = placedTodaySql(Prisma.sql`s`);
const isOpenSql = (unit: string) => Prisma.raw(`(${unit}.closed_on IS NULL OR ${unit}.closed_on > app.today())`);

/** The kind of a commune, the last that it had by a day. */
const kindSql = (
  unit: string,
  day: Prisma.Sql,
) => Prisma.sql`(SELECT k.kind::text FROM unit_kind k WHERE k.unit_id = ${Prisma.raw(unit)}.id AND ${Prisma.raw(unit)}.level = 'commune'
  AND k.valid_from <= ${day} AND k.valid_from IS DISTINCT FROM k.valid_to ORDER BY k.valid_from DESC LIMIT 1)`;

/** Open units of these communes, and they themselves, of which a story can tell; the chosen one is always among them. */
export async function listPublishedUnitsToTell(
  communeIds: readonly string[],
  chosen: string | null,
): Promise<OfferedUnit[]> {
  const communes = communeIds.filter(isId);
  if (communes.length === 0 && !chosen) return [];
  return db.$queryRaw<OfferedUnit[]>`
    SELECT q.* FROM (SELECT u.id::text, u.level, coalesce(${unitNameSql(Prisma.sql`u.id`)}, '') AS name, ${kindSql('u', Prisma.sql`app.today()`)} AS kind,
      CASE WHEN u.level = 'group' THEN ${unitNameSql(Prisma.sql`s.sub_association_id`)} END AS above, coalesce(${unitNameSql(Prisma.sql`s.commune_id`)}, '') AS commune
    FROM unit u JOIN unit_span s ON s.unit_id = u.id AND ${spanSql}
    WHERE u.level IN ${LEVELS} AND (u.id = ${chosen}::uuid OR s.commune_id = ANY (${communes}::uuid[]) AND ${isOpenSql('u')} AND u.opened_on <= app.today())) q
    ORDER BY q.commune COLLATE app.vi_numeric, q.level, q.above COLLATE app.vi_numeric, q.name COLLATE app.vi_numeric, q.id LIMIT ${UNITS_MAX}`;
}

/** The unit that a story tells of, by its name of a day, and what it has become; null where there is none. */
export async function findPublishedUnitTold(unitId: string, day: Day): Promise<UnitTold | null> {
  const place = (id: string) =>
    Prisma.sql`jsonb_build_object('slug', ${Prisma.raw(id)}.slug, 'name', coalesce(${unitNameSql(Prisma.raw(`${id}.id`))}, ''))`;
  const [told] = await db.$queryRaw<UnitTold[]>`
    WITH RECURSIVE went (id) AS (
      SELECT ${unitId}::uuid
      UNION SELECT l.successor_id FROM went JOIN unit e ON e.id = went.id AND e.closed_on <= app.today() JOIN unit_lineage l ON l.predecessor_id = e.id AND l.on_day = e.closed_on)
    SELECT u.level::text, coalesce(${unitNameOnSql(Prisma.sql`u.id`, day)}, ${unitNameSql(Prisma.sql`u.id`)}, '') AS name,
      coalesce(${kindSql('u', Prisma.sql`${day}::date`)}, ${kindSql('u', Prisma.sql`app.today()`)}) AS kind, NOT ${isOpenSql('u')} AS ended,
      coalesce((SELECT jsonb_agg(jsonb_build_object('level', x.level, 'name', coalesce(${unitNameSql(Prisma.sql`x.id`)}, ''), 'kind', ${kindSql('x', Prisma.sql`app.today()`)}, 'place', ${place('c')}) ORDER BY x.no)
        FROM went JOIN unit x ON x.id = went.id AND x.level IN ${LEVELS} AND ${isOpenSql('x')} JOIN unit_span s ON s.unit_id = x.id AND ${spanSql} JOIN unit c ON c.id = s.commune_id AND c.level = 'commune'), '[]') AS now,
      (SELECT ${place('c')} FROM unit c WHERE c.level = 'commune' AND ${isOpenSql('c')} AND c.id = ANY (app.with_successors(ARRAY (
        SELECT s.commune_id FROM unit_span s WHERE s.unit_id = u.id AND s.is_last AND s.commune_id IS NOT NULL))) ORDER BY c.no LIMIT 1) AS last
    FROM unit u WHERE u.id = ${unitId}::uuid AND u.level IN ${LEVELS}`;
  return told ?? null;
}

/** Whether she may say of a story that it tells of this unit: an open one where she writes, or the one that was said already. */
export async function settleSubjectUnit(
  viewer: Viewer,
  unitId: string | undefined,
  before: string | null = null,
): Promise<'unit-not-hers' | null> {
  if (!unitId || unitId === before) return null;
  const unit = await findUnitToUse(viewer, unitId, 'articles.write');
  return unit && subjectLevels.some((level) => level === unit.level) ? null : 'unit-not-hers';
}
