import type { UnitPath, Viewer } from '@/domain/access/viewer';
import { normalPhone } from '@/domain/accounts/account';
import { isId } from '@/domain/id';
import { searchKey } from '@/domain/text';
import { db, Prisma } from '@/prisma/client';
import { type MembershipKind, type NetworkKind, type OfficeTitle, personsWithin } from './person';
import { findArea } from './reach-queries';

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

/**
 * Ids of members of today by given name in Vietnamese order. SQL of two shapes: the province and whole communes are
 * walked along the order of names, where members are met soon; smaller parts and searches are gathered first and then put
 * in order. Prisma's nested filters take seconds here.
 */
export async function listRegisterIds(viewer: Viewer, filter: RegisterFilter, take: number): Promise<string[]> {
  const register = await registerSql(viewer, filter);
  if (!register) return [];
  const rows = await db.$queryRaw<{ id: string }[]>`
    ${register} AND ${await behindSql(viewer, filter.after)} ORDER BY p.given_name, p.other_names, p.id LIMIT ${take}`;
  return rows.map(({ id }) => id);
}

/** How many there are, counted to `most` and no further: half a million are not counted for a line above a list. */
export async function countRegister(viewer: Viewer, filter: RegisterFilter, most: number): Promise<number> {
  const register = await registerSql(viewer, filter);
  if (!register) return 0;
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (${register} LIMIT ${most + 1}) x`;
  return row?.count ?? 0;
}

const active = Prisma.sql`app.active_on(m.valid_from, m.valid_to, app.today())`;
const onRecord = Prisma.sql`p.merged_into_id IS NULL AND p.erased_on IS NULL`;
/** From so many units on their members are many enough to be met soon on a walk along the order of names. */
const WALKED_FROM_UNITS = 60;

async function registerSql(viewer: Viewer, { path, ...filter }: RegisterFilter): Promise<Prisma.Sql | null> {
  const area = await findArea(viewer, 'people.see', path);
  if (!area) return null;
  const conditions = narrowed(filter, area.whole);
  const where = Prisma.join([onRecord, ...conditions], ' AND ');
  if (filter.kind === 'left')
    return Prisma.sql`SELECT p.id FROM person p WHERE ${area.whole ? Prisma.sql`true` : Prisma.sql`p.keeper_unit_id = ANY (${area.units}::uuid[])`}
      AND NOT EXISTS (SELECT FROM membership m WHERE m.person_id = p.id AND ${active}) AND ${where}`;
  const ofKind = filter.kind ? Prisma.sql`AND m.kind = ${filter.kind}::membership_kind` : Prisma.empty;
  if (area.whole)
    return Prisma.sql`SELECT p.id FROM person p
      WHERE EXISTS (SELECT FROM membership m WHERE m.person_id = p.id AND ${active} ${ofKind}) AND ${where}`;
  const members = Prisma.sql`WITH members AS MATERIALIZED (SELECT DISTINCT m.person_id FROM membership m
    WHERE m.unit_id = ANY (${area.units}::uuid[]) AND ${active} ${ofKind})`;
  // "IS TRUE" keeps the planner from turning the walk into a join of all members and a sort
  return conditions.length === 0 && area.units.length >= WALKED_FROM_UNITS
    ? Prisma.sql`${members} SELECT p.id FROM person p WHERE (p.id IN (SELECT person_id FROM members)) IS TRUE AND ${where}`
    : Prisma.sql`${members} SELECT p.id FROM members JOIN person p ON p.id = members.person_id WHERE ${where}`;
}

/** "IS TRUE" asks it of each woman of a smaller part, where the planner would gather all of the province who know it. */
const knows = (skillId: string) =>
  Prisma.sql`EXISTS (SELECT FROM app.known_skill k WHERE k.person_id = p.id AND k.skill_id = ${skillId}::uuid)`;

function narrowed({ q = '', title, network, skillId }: RegisterFilter, whole: boolean): Prisma.Sql[] {
  const phone = normalPhone(q);
  const words = phone ? [] : searchKey(q).slice(0, 100).split(' ').filter(Boolean).slice(0, 8);
  return [
    ...(phone ? [Prisma.sql`p.phone = ${phone}`] : []),
    ...words.map((word) => Prisma.sql`p.search_key LIKE ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`),
    ...(title
      ? [
          Prisma.sql`p.id IN (SELECT o.person_id FROM office o
            WHERE o.title = ${title}::office_title AND app.active_on(o.valid_from, o.valid_to, app.today()))`,
        ]
      : []),
    ...(network
      ? [
          Prisma.sql`p.id IN (SELECT n.person_id FROM network_member n JOIN network w ON w.id = n.network_id
            WHERE w.kind = ${network}::network_kind AND app.active_on(n.valid_from, n.valid_to, app.today()))`,
        ]
      : []),
    ...(skillId && isId(skillId) ? [whole ? knows(skillId) : Prisma.sql`(${knows(skillId)}) IS TRUE`] : []),
  ];
}

/** Behind somebody whom she reaches; anybody else is no place in the order, or it would tell where a stranger stands. */
async function behindSql(viewer: Viewer, after: string | undefined): Promise<Prisma.Sql> {
  if (!after || !isId(after)) return Prisma.sql`true`;
  const last = await db.person.findFirst({
    where: { id: after, ...personsWithin(viewer, 'people.see') },
    select: { id: true, givenName: true, otherNames: true },
  });
  return last
    ? Prisma.sql`(p.given_name, p.other_names, p.id) > (${last.givenName} COLLATE "vi-x-icu", ${last.otherNames} COLLATE "vi-x-icu", ${last.id}::uuid)`
    : Prisma.sql`true`;
}
