import type { Viewer } from '@/domain/access/viewer';
import { db, Prisma } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { nameBag } from '../name';
import { type Area, findArea, placeSql } from '../reach-queries';
import { type LikelySame, likenessOf, type PersonDraft } from './duplicate';

/** So many are looked at for one draft; beyond that a name says nothing any more. */
const OF_DRAFT_MAX = 50;

/**
 * For each draft the records within the viewer's reach that may be the same person, with the reasons, likely ones
 * first. One query for a form's draft as for a file's 20,000; `tx` asks inside a change.
 */
export async function findLikelySame(
  viewer: Viewer,
  drafts: readonly PersonDraft[],
  tx: Transaction | typeof db = db,
): Promise<Map<string, LikelySame[]>> {
  const found = new Map<string, LikelySame[]>();
  const area = drafts.length > 0 ? await findArea(viewer, 'people.see', undefined, tx) : null;
  if (!area) return found;
  const rows = await tx.$queryRaw<Candidate[]>(candidatesSql(area, drafts));
  for (const { at, print, ...person } of rows) {
    const draft = drafts[at];
    const likeness = draft && likenessOf(factsOf(draft), { ...person, phone: print });
    if (likeness) found.set(draft.key, [...(found.get(draft.key) ?? []), { person, ...likeness }]);
  }
  for (const list of found.values()) list.sort((one, other) => rank(one) - rank(other));
  return found;
}

const factsOf = ({ name, birthYear, print }: PersonDraft) => ({
  name,
  birthYear: birthYear ?? null,
  phone: print ?? null,
});

const rank = ({ strength, reasons }: LikelySame) =>
  (strength === 'likely' ? 0 : 10) - (reasons.includes('same-phone') ? 2 : 0) - (reasons.includes('same-year') ? 1 : 0);

type Candidate = {
  at: number;
  id: string;
  name: string;
  birthYear: number | null;
  print: string | null;
  unitName: string;
};

/**
 * Records with the same words and no other year, or the same phone: a superset of what `likenessOf` lets stand. The
 * whole province looks each draft up; a part of it gathers its persons once.
 */
function candidatesSql(area: Area, drafts: readonly PersonDraft[]): Prisma.Sql {
  const asked = JSON.stringify(
    drafts.map(({ name, birthYear, print }, at) => ({ at, bag: nameBag(name), year: birthYear, print })),
  );
  const draft = Prisma.sql`draft AS MATERIALIZED (SELECT at, bag COLLATE "C" AS bag, year, print
    FROM jsonb_to_recordset(${asked}::jsonb) d (at int, bag text, year smallint, print text))`;
  const current = Prisma.sql`app.active_on(m.valid_from, m.valid_to, app.today())`;
  const ofUnits = area.whole ? Prisma.sql`true` : Prisma.sql`m.unit_id = ANY (${area.units}::uuid[])`;
  return Prisma.sql`
    WITH ${draft}, ${area.whole ? lookedUp : gathered(area.units)}
    SELECT hit.at, p.id, p.full_name AS name, p.birth_year::int AS "birthYear", p.phone_print AS print, ${placeSql(Prisma.sql`coalesce(u.unit_id, p.keeper_unit_id)`)} AS "unitName"
    FROM hit JOIN person p ON p.id = hit.id
    LEFT JOIN LATERAL (SELECT m.unit_id FROM membership m
      WHERE m.person_id = p.id AND ${ofUnits} AND ${current} ORDER BY m.valid_from LIMIT 1) u ON true
    ORDER BY hit.at, p.given_name, p.other_names, p.id`;
}

const onRecord = Prisma.sql`p.merged_into_id IS NULL AND p.erased_on IS NULL`;

const eachDraft = (condition: Prisma.Sql) =>
  Prisma.sql`SELECT d.at, c.id FROM draft d CROSS JOIN LATERAL (SELECT p.id FROM person p WHERE ${condition} AND ${onRecord} LIMIT ${OF_DRAFT_MAX}) c`;

const lookedUp = Prisma.sql`hit AS (${eachDraft(Prisma.sql`p.name_bag = d.bag AND p.birth_year = d.year`)}
  UNION ${eachDraft(Prisma.sql`p.name_bag = d.bag AND p.birth_year IS NULL`)}
  UNION ${eachDraft(Prisma.sql`d.year IS NULL AND p.name_bag = d.bag`)}
  UNION ${eachDraft(Prisma.sql`p.phone_print = d.print`)})`;

const gathered = (units: string[]) => Prisma.sql`here AS MATERIALIZED (
    SELECT p.id, p.name_bag, p.birth_year, p.phone_print FROM person p WHERE p.keeper_unit_id = ANY (${units}::uuid[]) AND ${onRecord}
    UNION SELECT p.id, p.name_bag, p.birth_year, p.phone_print FROM membership m JOIN person p ON p.id = m.person_id
    WHERE m.unit_id = ANY (${units}::uuid[]) AND app.active_on(m.valid_from, m.valid_to, app.today()) AND ${onRecord}),
  hit AS (SELECT d.at, p.id FROM draft d JOIN here p ON p.name_bag = d.bag AND (p.birth_year = d.year OR p.birth_year IS NULL OR d.year IS NULL)
    UNION SELECT d.at, p.id FROM draft d JOIN here p ON p.phone_print = d.print)`;
