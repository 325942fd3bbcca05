import { type Day, isActiveOn, today } from '@/domain/days/day';
import { db, Prisma } from '@/prisma/client';
import { keptValue } from '@/prisma/kept/kept-values';
import { nameToday } from './unit';

/** It became a city once. */
const SPANS_MAX = 10;

/** The names of these units today, by id: names of units are public. Those of communes and sub-associations are kept. */
export async function listPublishedNames(unitIds: readonly (string | null)[]): Promise<Map<string, string>> {
  const ids = [...new Set(unitIds)].filter((id) => id !== null);
  if (!ids.length) return new Map();
  const kept = await keptNames();
  const known = ids.flatMap((id) => (kept[id] === undefined ? [] : [[id, kept[id]] as const]));
  const others = known.length === ids.length ? [] : await readNames(ids.filter((id) => kept[id] === undefined));
  return new Map([...known, ...others]);
}

/** Lists name the units above, again and again: these hardly ever change, and there are a few thousand of them. */
const keptNames = (): Promise<Readonly<Record<string, string>>> =>
  keptValue(`names of units ${today()}`, ['units', 'today'], async () => {
    const [row] = await db.$queryRaw<{ names: Record<string, string> | null }[]>`
      SELECT jsonb_object_agg(u.id, coalesce(${unitNameSql(Prisma.sql`u.id`)}, '')) AS names
      FROM unit u WHERE u.level IN ('commune', 'sub_association')`;
    return row?.names ?? {};
  });

async function readNames(ids: string[]): Promise<[string, string][]> {
  const rows = await db.unit.findMany({
    where: { id: { in: ids } },
    select: { id: true, unitNames: nameToday() },
    take: ids.length,
  });
  return rows.map((row) => [row.id, row.unitNames[0]?.name ?? '']);
}

/** What the whole of it was on a day: a province, and a city since 30 April 2026. */
export async function findPublishedCityKind(day: Day): Promise<'province' | 'city'> {
  const spans = await keptValue('days of the province', ['units'], () =>
    db.unitKind.findMany({
      where: { unit: { level: 'province' }, kind: 'province' },
      select: { validFrom: true, validTo: true },
      take: SPANS_MAX,
    }),
  );
  return spans.some((span) => isActiveOn(span, day)) ? 'province' : 'city';
}

/**
 * The name of a unit today, inside a larger query; a closed unit keeps its last name. `unitId` is an expression of
 * SQL.
 */
export const unitNameSql = (
  unitId: Prisma.Sql,
) => Prisma.sql`(SELECT n.name FROM unit_name n WHERE n.unit_id = ${unitId}
  AND n.valid_from <= app.today() ORDER BY n.valid_from DESC LIMIT 1)`;

/** The same on a day: how it was called then. */
export const unitNameOnSql = (
  unitId: Prisma.Sql,
  day: Day,
) => Prisma.sql`(SELECT n.name FROM unit_name n WHERE n.unit_id = ${unitId}
  AND n.valid_from <= ${day}::date AND n.valid_from IS DISTINCT FROM n.valid_to ORDER BY n.valid_from DESC LIMIT 1)`;
