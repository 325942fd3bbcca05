import type { UnitPath, Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { readKey } from '@/domain/page';
import { db, Prisma } from '@/prisma/client';
import { type MembershipKind, type NetworkKind, type OfficeTitle, personsWithin } from './person';
import { type Area, findArea, soughtSql } from './reach-queries';

export type RegisterFilter = {
  /** the unit and those below it; without it all that she reaches */
  path?: UnitPath | undefined;
  /** words of the name, with or without Vietnamese marks; or a whole phone number */
  q?: string | undefined;
  kind?: MembershipKind | 'left' | undefined;
  title?: OfficeTitle | undefined;
  network?: NetworkKind | undefined;
  skillId?: string | undefined;
  /** the last person of the page before; somebody beyond her reach is no place to go on from */
  after?: string | undefined;
};

/** Ids of members of today by given name in Vietnamese order. In SQL, as Prisma's nested filters take seconds here. */
export async function listRegisterIds(viewer: Viewer, filter: RegisterFilter, take: number): Promise<string[]> {
  const area = await findArea(viewer, 'people.see', filter.path);
  if (!area) return [];
  const behind = await behindSql(viewer, filter.after);
  const rows = await db.$queryRaw<{ id: string }[]>`
    ${registerSql(area, filter)} AND ${behind} ORDER BY p.given_name, p.other_names, p.id LIMIT ${take}`;
  return rows.map(({ id }) => id);
}

/** How many there are, counted to `most` and no further: half a million are not counted for a line above a list. */
async function countRegister(viewer: Viewer, filter: RegisterFilter, most: number): Promise<number> {
  const area = await findArea(viewer, 'people.see', filter.path);
  if (!area) return 0;
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (${registerSql(area, filter)} LIMIT ${most + 1}) x`;
  return row?.count ?? 0;
}

/** Both: those that are gathered, as in a search, are gathered once for the two. */
export async function findRegister(
  viewer: Viewer,
  filter: RegisterFilter,
  { take, most }: { take: number; most: number },
): Promise<{ ids: string[]; count: number }> {
  const area = await findArea(viewer, 'people.see', filter.path);
  if (!area) return { ids: [], count: 0 };
  if (area.whole || isWalked(area, filter)) {
    const [ids, count] = await Promise.all([
      listRegisterIds(viewer, filter, take),
      countRegister(viewer, filter, most),
    ]);
    return { ids, count };
  }
  const rows = await db.$queryRaw<{ id: string | null; count: number }[]>`
    WITH found AS MATERIALIZED (${registerSql(area, filter)}),
    page AS (SELECT p.*, row_number() OVER () AS at FROM (SELECT p.id FROM found p WHERE ${await behindSql(viewer, filter.after)}
      ORDER BY p.given_name, p.other_names, p.id LIMIT ${take}) p)
    SELECT k.id, t.count FROM (SELECT least(count(*), ${most + 1})::int AS count FROM found) t LEFT JOIN page k ON true ORDER BY k.at`;
  return { ids: rows.flatMap(({ id }) => id ?? []), count: rows[0]?.count ?? 0 };
}

/** The day goes along as a value: asked of the clock at each of half a million rows it takes several times as long. */
const active = () => Prisma.sql`app.active_on(m.valid_from, m.valid_to, ${today()}::date)`;
const onRecord = Prisma.sql`p.merged_into_id IS NULL AND p.erased_on IS NULL`;
/** Units from which on their members are many enough to be met soon on a walk along the order of names. */
const WALKED_FROM_UNITS = 60;

const ofKind = (kind: RegisterFilter['kind']) =>
  kind ? Prisma.sql`AND m.kind = ${kind}::membership_kind` : Prisma.empty;

const isMember = (kind?: RegisterFilter['kind']) =>
  Prisma.sql`EXISTS (SELECT FROM membership m WHERE m.person_id = p.id AND ${active()} ${ofKind(kind)})`;

/**
 * Whole communes are walked along the order of names, where members are met soon; smaller parts and searches are
 * gathered first and then put in order.
 */
function registerSql(area: Area, filter: RegisterFilter): Prisma.Sql {
  const conditions = narrowed(filter, area.whole);
  const where = Prisma.join([onRecord, ...conditions], ' AND ');
  if (filter.kind === 'left')
    return Prisma.sql`SELECT p.id, p.given_name, p.other_names FROM person p WHERE ${area.whole ? Prisma.sql`true` : Prisma.sql`p.keeper_unit_id = ANY (${area.units}::uuid[])`}
      AND NOT ${isMember()} AND ${where}`;
  if (area.whole)
    return Prisma.sql`SELECT p.id, p.given_name, p.other_names FROM person p WHERE ${isMember(filter.kind)} AND ${where}`;
  const members = Prisma.sql`WITH members AS MATERIALIZED (SELECT DISTINCT m.person_id FROM membership m
    WHERE m.unit_id = ANY (${area.units}::uuid[]) AND ${active()} ${ofKind(filter.kind)})`;
  // "IS TRUE" keeps the planner from turning the walk into a join of all members and a sort, and "OFFSET 0" from looking
  // for a name in the whole union first
  if (isWalked(area, filter))
    return Prisma.sql`${members} SELECT p.id, p.given_name, p.other_names FROM person p WHERE (p.id IN (SELECT person_id FROM members)) IS TRUE AND ${where}`;
  // who is sought is looked for among those whose records are kept here, which lie in one index, and then among the few kept elsewhere
  return Prisma.sql`${members}, away AS (SELECT m.person_id FROM members m
      WHERE NOT EXISTS (SELECT FROM person k WHERE k.id = m.person_id AND k.keeper_unit_id = ANY (${area.units}::uuid[])))
    SELECT p.id, p.given_name, p.other_names FROM (
      SELECT * FROM (SELECT * FROM person o WHERE o.keeper_unit_id = ANY (${area.units}::uuid[]) OFFSET 0) k
        WHERE k.id IN (SELECT person_id FROM members)
      UNION ALL SELECT o.* FROM away CROSS JOIN LATERAL (SELECT * FROM person o WHERE o.id = away.person_id OFFSET 0) o) p WHERE ${where}`;
}

/** A whole commune without a search. */
const isWalked = (area: Area, filter: RegisterFilter) =>
  !area.whole &&
  filter.kind !== 'left' &&
  narrowed(filter, false).length === 0 &&
  area.units.length >= WALKED_FROM_UNITS;

/** "IS TRUE" asks it of each woman of a smaller part, where the planner would gather all of the province who know it. */
const knows = (skillId: string) =>
  Prisma.sql`EXISTS (SELECT FROM app.known_skill k WHERE k.person_id = p.id AND k.skill_id = ${skillId}::uuid)`;

function narrowed({ q = '', title, network, skillId }: RegisterFilter, whole: boolean): Prisma.Sql[] {
  return [
    ...soughtSql(q, whole),
    ...(title
      ? [
          Prisma.sql`p.id IN (SELECT o.person_id FROM office o
            WHERE o.title = ${title}::office_title AND app.active_on(o.valid_from, o.valid_to, ${today()}::date))`,
        ]
      : []),
    ...(network
      ? [
          Prisma.sql`p.id IN (SELECT n.person_id FROM network_member n JOIN network w ON w.id = n.network_id
            WHERE w.kind = ${network}::network_kind AND app.active_on(n.valid_from, n.valid_to, ${today()}::date))`,
        ]
      : []),
    ...(skillId && isId(skillId) ? [whole ? knows(skillId) : Prisma.sql`(${knows(skillId)}) IS TRUE`] : []),
  ];
}

/** Behind somebody whom she reaches; anybody else is no place in the order, or it would tell where a stranger stands. */
async function behindSql(viewer: Viewer, after: string | undefined): Promise<Prisma.Sql> {
  const key = readKey(after);
  const last = key
    ? await db.person.findFirst({
        where: { id: key, ...personsWithin(viewer, 'people.see') },
        select: { id: true, givenName: true, otherNames: true },
      })
    : null;
  return last
    ? Prisma.sql`(p.given_name, p.other_names, p.id) > (${last.givenName} COLLATE "vi-x-icu", ${last.otherNames} COLLATE "vi-x-icu", ${last.id}::uuid)`
    : Prisma.sql`true`;
}
