import { reach } from '@/domain/access/access';
import { withinAreasSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import type { Opening } from '@/domain/audit-draft';
import { isId } from '@/domain/id';
import { askRows, numbersOf } from '@/domain/people/phones/number-queries';
import { soughtSql } from '@/domain/people/reach-queries';
import { unitNameSql } from '@/domain/units/name-queries';
import { db, Prisma } from '@/prisma/client';
import type { MemberExport, MemberExportFilter } from './export';

const CHUNK = 2000;

type Row = Omit<MemberExport, 'phone'> & { id: string; givenName: string; otherNames: string };

/** How many members the export will hold. */
export async function countMemberRows(viewer: Viewer, filter: MemberExportFilter): Promise<number> {
  const [row] = await db.$queryRaw<{ total: number }[]>`
    ${members(viewer, filter)} SELECT count(*)::int AS total FROM taken`;
  return row?.total ?? 0;
}

/**
 * Members of today within the reach of exports, by given name, each once with her first unit there; read in
 * chunks, with the numbers that the database hands out for the entry of the trail, so many as it says.
 */
export async function* memberRows(
  viewer: Viewer,
  filter: MemberExportFilter,
  opening: Opening,
): AsyncGenerator<MemberExport> {
  let last: Row | undefined;
  do {
    const rows: Row[] = await db.$queryRaw<Row[]>`
      ${members(viewer, filter)} SELECT p.id, p.given_name AS "givenName", p.other_names AS "otherNames", p.full_name AS name, p.birth_year::int AS "birthYear", p.address,
        p.demo, t.kind::text AS kind, t.valid_from::text AS since,
        CASE WHEN t.level = 'group' THEN unit_name.of_unit END AS "groupName",
        CASE WHEN t.level IN ('sub_association', 'affiliated') THEN unit_name.of_unit ELSE unit_name.of_sub END AS "subAssociationName",
        unit_name.of_commune AS "communeName"
      FROM taken t JOIN person p ON p.id = t.person_id
      CROSS JOIN LATERAL (SELECT ${unitNameSql(Prisma.sql`t.unit_id`)} AS of_unit,
        ${unitNameSql(Prisma.sql`t.sub_association_id`)} AS of_sub, ${unitNameSql(Prisma.sql`t.commune_id`)} AS of_commune) unit_name
      WHERE ${last ? Prisma.sql`(p.given_name, p.other_names, p.id) > (${last.givenName}, ${last.otherNames}, ${last.id}::uuid)` : Prisma.sql`true`}
      ORDER BY p.given_name, p.other_names, p.id LIMIT ${CHUNK}`;
    const asked = await askRows(
      opening,
      rows.map(({ id }) => id),
    );
    const numbers = await numbersOf(viewer, opening);
    for (const row of rows.slice(0, asked)) yield { ...row, phone: numbers.get(row.id) ?? null };
    if (asked < rows.length) return;
    last = rows.length === CHUNK ? rows.at(-1) : undefined;
  } while (last);
}

/** `taken`: one membership of today for each member who is asked for; of who left, the unit that keeps her record. */
function members(viewer: Viewer, { unitId, kind, ...filter }: MemberExportFilter): Prisma.Sql {
  const areas = reach(viewer, 'exports.persons');
  const under =
    unitId === undefined
      ? Prisma.empty
      : Prisma.sql`AND s.path ^@ (SELECT o.path FROM unit_span o WHERE o.unit_id = ${isId(unitId) ? unitId : null}::uuid
          AND o.valid_from <= app.today() AND (o.is_last OR o.valid_to > app.today()) LIMIT 1)`;
  const area = Prisma.sql`
    WITH area AS MATERIALIZED (
      SELECT s.unit_id, s.commune_id, s.sub_association_id, u.level FROM unit_span s JOIN unit u ON u.id = s.unit_id
      WHERE ${withinAreasSql(Prisma.sql`s.path`, areas)}
        AND s.valid_from <= app.today() AND (s.is_last OR s.valid_to > app.today()) ${under})`;
  const where = Prisma.join(narrowed(filter), ' AND ');
  if (kind === 'left')
    return Prisma.sql`${area}, taken AS (
      SELECT p.id AS person_id, a.unit_id, NULL::membership_kind AS kind, NULL::date AS valid_from, a.level, a.commune_id,
        a.sub_association_id
      FROM area a JOIN person p ON p.keeper_unit_id = a.unit_id
      WHERE NOT EXISTS (SELECT FROM membership m WHERE m.person_id = p.id AND ${active}) AND ${where})`;
  return Prisma.sql`${area}, taken AS (
      SELECT DISTINCT ON (m.person_id) m.person_id, m.unit_id, m.kind, m.valid_from, a.level, a.commune_id, a.sub_association_id
      FROM area a JOIN membership m ON m.unit_id = a.unit_id JOIN person p ON p.id = m.person_id
      WHERE ${active} ${kind ? Prisma.sql`AND m.kind = ${kind}::membership_kind` : Prisma.empty} AND ${where}
      ORDER BY m.person_id, m.valid_from, m.id)`;
}

const active = Prisma.sql`app.active_on(m.valid_from, m.valid_to, app.today())`;

function narrowed({ q = '', office, network, skillId }: MemberExportFilter): Prisma.Sql[] {
  return [
    Prisma.sql`p.erased_on IS NULL AND p.merged_into_id IS NULL`,
    ...soughtSql(q),
    ...(office
      ? [
          Prisma.sql`EXISTS (SELECT FROM office o WHERE o.person_id = p.id AND o.title::text = ${office}
            AND app.active_on(o.valid_from, o.valid_to, app.today()))`,
        ]
      : []),
    ...(network
      ? [
          Prisma.sql`EXISTS (SELECT FROM network_member n JOIN network w ON w.id = n.network_id WHERE n.person_id = p.id
            AND w.kind::text = ${network} AND app.active_on(n.valid_from, n.valid_to, app.today()))`,
        ]
      : []),
    ...(skillId
      ? [
          Prisma.sql`EXISTS (SELECT FROM app.known_skill k WHERE k.person_id = p.id
            AND k.skill_id = ${isId(skillId) ? skillId : null}::uuid)`,
        ]
      : []),
  ];
}
