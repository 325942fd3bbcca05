import { reach, withinReach } from '@/domain/access/access';
import { withinAreasSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { pageOf, readKey } from '@/domain/page';
import { searchKey } from '@/domain/texts/clean-text';
import { db, Prisma } from '@/prisma/client';
import type { UnitListFilter, UnitPage, UnitRow } from './tree';
import { toUnit, type Unit, unitSelect } from './unit';

const UNITS_PAGE = 50;
const ROOTS_MAX = 20;

type Row = Omit<UnitRow, 'former'> & { matched: string; until: Day | null };

/** The unit as `u` with its `s` stands directly below this one today, or will. */
const directlyBelow = (
  under: string,
) => Prisma.sql`AND s.path = (SELECT p.path FROM unit_span p WHERE p.unit_id = ${under}::uuid
    AND (p.is_last OR p.valid_to > app.today()) AND (p.valid_from <= app.today() OR p.is_last)
    ORDER BY p.valid_from LIMIT 1) || u.no || '/'`;

/**
 * Units within the viewer's reach, by level and name in Vietnamese order ("Tổ 2" before "Tổ 10"), fifty a page. A unit
 * is found by any name it ever had; a former one is told with its last day.
 */
export async function listUnitsBelow(viewer: Viewer, filter: UnitListFilter): Promise<UnitPage> {
  const areas = reach(viewer, 'units.see');
  const { level = null, closed = false } = filter;
  const under = filter.under && isId(filter.under) ? filter.under : null;
  const after = readKey(filter.after);
  const words = searchKey(filter.q ?? '').slice(0, 100);
  const like = words ? `%${words.replace(/[\\%_]/g, '\\$&')}%` : null;
  if (areas.length === 0) return { units: [], next: null };
  const rows = await db.$queryRaw<Row[]>`
    WITH bearer AS (SELECT unit_id, name, search_key, valid_from, valid_to FROM unit_name
        ${like ? Prisma.sql`UNION ALL SELECT unit_id, name, search_key, '-infinity'::date, closed_on FROM former_unit` : Prisma.empty}),
      hit AS (SELECT DISTINCT ON (n.unit_id) n.unit_id, n.name AS matched, n.valid_to FROM bearer n
        WHERE n.valid_from IS DISTINCT FROM n.valid_to ${like ? Prisma.sql`AND n.search_key LIKE ${like}` : Prisma.empty}
          ${under ? Prisma.sql`AND n.unit_id IN (SELECT c.unit_id FROM unit_parent c WHERE c.parent_id = ${under}::uuid)` : Prisma.empty}
        ORDER BY n.unit_id, n.valid_from DESC),
      shown AS (SELECT u.id, u.level, u.opened_on, u.closed_on, u.demo, s.path, n.name, h.matched, h.valid_to
        FROM hit h JOIN unit u ON u.id = h.unit_id
          JOIN unit_span s ON s.unit_id = u.id AND (s.is_last AND (s.valid_from <= app.today() OR u.opened_on > app.today())
            OR s.valid_from <= app.today() AND s.valid_to > app.today())
          CROSS JOIN LATERAL (SELECT x.name FROM unit_name x WHERE x.unit_id = u.id AND x.valid_from <= greatest(app.today(), u.opened_on)
            AND x.valid_from IS DISTINCT FROM x.valid_to ORDER BY x.valid_from DESC LIMIT 1) n
        WHERE ${withinAreasSql(Prisma.sql`s.path`, areas)}
          ${level ? Prisma.sql`AND u.level = ${level}::unit_level` : Prisma.empty}
          ${closed ? Prisma.empty : Prisma.sql`AND (u.closed_on IS NULL OR u.closed_on > app.today())`}
          ${under ? directlyBelow(under) : Prisma.empty}),
      page AS (SELECT * FROM shown ${after ? Prisma.sql`WHERE (level, name COLLATE app.vi_numeric, id) > (SELECT level, name COLLATE app.vi_numeric, id FROM shown WHERE id = ${after}::uuid)` : Prisma.empty}
        ORDER BY level, name COLLATE app.vi_numeric, id LIMIT ${UNITS_PAGE + 1})
    SELECT p.id::text AS "unitId", p.level::text, k.kind::text, p.name, coalesce(above.place, '') AS place,
      (SELECT count(*)::int FROM unit_parent c JOIN unit cu ON cu.id = c.unit_id WHERE c.parent_id = p.id
        AND app.active_on(c.valid_from, c.valid_to, app.today()) AND app.active_on(cu.opened_on, cu.closed_on, app.today())) AS "subUnits",
      p.opened_on::text AS opened, p.closed_on::text AS closed, p.demo, p.matched, p.valid_to::text AS until
    FROM page p
      LEFT JOIN LATERAL (SELECT x.kind FROM unit_kind x WHERE x.unit_id = p.id AND x.valid_from <= greatest(app.today(), p.opened_on)
        ORDER BY x.valid_from DESC LIMIT 1) k ON true
      LEFT JOIN LATERAL (SELECT string_agg(an.name, ', ' ORDER BY au.level DESC) AS place FROM unit au
        CROSS JOIN LATERAL (SELECT x.name FROM unit_name x WHERE x.unit_id = au.id AND x.valid_from <= app.today() ORDER BY x.valid_from DESC LIMIT 1) an
        WHERE au.no = ANY (string_to_array(btrim(p.path, '/'), '/')::int[]) AND au.id <> p.id AND au.level <> 'province') above ON true
    ORDER BY p.level, p.name COLLATE app.vi_numeric, p.id`;
  const { page, next } = pageOf(rows, UNITS_PAGE, ({ unitId }) => unitId);
  const units = page.map(toRow);
  return { units, next };
}

const toRow = ({ matched, until, ...row }: Row): UnitRow => ({
  ...row,
  former: matched !== row.name && until ? { name: matched, until: addDays(until, -1) } : null,
});

/** The units that the viewer's reach begins with: one for most people. */
export async function listTopUnits(viewer: Viewer): Promise<Unit[]> {
  const areas = reach(viewer, 'units.see');
  const top = areas.filter((area) => !areas.some((wider) => wider !== area && area.startsWith(wider)));
  const ids = viewer.grants.filter(({ path }) => top.includes(path)).map(({ unitId }) => unitId);
  const rows = await db.unit.findMany({
    where: { AND: [{ id: { in: ids } }, withinReach(viewer, 'units.see')] },
    select: unitSelect(),
    orderBy: [{ level: 'asc' }, { no: 'asc' }],
    take: ROOTS_MAX,
  });
  return rows.map(toUnit);
}

/** Names of people whose offices a preview ends, by id; of those whose record the viewer may see at that unit. */
export async function listNamesOf(viewer: Viewer, personIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.person.findMany({
    where: {
      id: { in: [...personIds] },
      OR: [
        { offices: { some: { unit: withinReach(viewer, 'people.see') } } },
        { keeperUnit: withinReach(viewer, 'people.see') },
      ],
    },
    select: { id: true, fullName: true },
    take: personIds.length,
  });
  return new Map(rows.flatMap(({ id, fullName }) => (fullName ? [[id, fullName] as const] : [])));
}
