import { reach } from '@/domain/access/access';
import { withinAreasSql } from '@/domain/access/area-queries';
import type { UnitPath, Viewer } from '@/domain/access/viewer';
import { activeOn, fromDate, today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { searchKey } from '@/domain/texts/clean-text';
import { unitNameSql } from '@/domain/units/name-queries';
import { db, Prisma } from '@/prisma/client';
import { modelsWithin } from '../people/host';
import type { FreeHousehold, Household } from './household';

const HOUSEHOLDS_MAX = 200;
const PERSONS_MAX = 40;
const FREE_MAX = 60;

const select = () => ({
  id: true,
  validFrom: true,
  validTo: true,
  household: {
    select: {
      id: true,
      name: true,
      size: true,
      version: true,
      headPersonId: true,
      headPerson: { select: { fullName: true } },
      householdMembers: {
        where: activeOn(today()),
        orderBy: [
          { person: { givenName: 'asc' as const } },
          { person: { otherNames: 'asc' as const } },
          { id: 'asc' as const },
        ],
        select: { personId: true, person: { select: { fullName: true } } },
        take: PERSONS_MAX,
      },
    },
  },
});

type Row = Prisma.ModelHouseholdGetPayload<{ select: ReturnType<typeof select> }>;

const toHousehold = ({ id, validFrom, validTo, household }: Row): Household => ({
  entryId: id,
  householdId: household.id,
  name: household.name,
  size: household.size,
  version: household.version,
  headId: household.headPersonId,
  headName: household.headPerson.fullName,
  members: household.householdMembers.map(({ personId, person }) => ({ personId, name: person.fullName })),
  from: fromDate(validFrom),
  to: validTo && fromDate(validTo),
});

/** Households of a family within reach: those of today by the name of their head, then those that left; at most 200. */
export async function listHouseholds(
  viewer: Viewer,
  modelId: string,
): Promise<{ households: Household[]; former: Household[] }> {
  if (!isId(modelId)) return { households: [], former: [] };
  const rows = await db.modelHousehold.findMany({
    where: { modelId, model: modelsWithin(viewer, 'digital-models.see') },
    orderBy: [
      { household: { headPerson: { givenName: 'asc' } } },
      { household: { headPerson: { otherNames: 'asc' } } },
      { id: 'asc' },
    ],
    select: select(),
    take: HOUSEHOLDS_MAX,
  });
  const all = rows.map(toHousehold);
  const gone = ({ to }: Household) => to !== null && to <= today();
  return { households: all.filter((household) => !gone(household)), former: all.filter(gone) };
}

/** One household of a family within reach, or null. */
export async function findHousehold(viewer: Viewer, modelId: string, householdId: string): Promise<Household | null> {
  if (!isId(modelId) || !isId(householdId)) return null;
  const row = await db.modelHousehold.findFirst({
    where: { modelId, householdId, ...activeOn(today()), model: modelsWithin(viewer, 'digital-models.see') },
    select: select(),
  });
  return row && toHousehold(row);
}

/** Households of a model's sub-association that are in no family today: sixty, found by the name of the head. */
export async function listFreeHouseholds(viewer: Viewer, area: UnitPath, q = ''): Promise<FreeHousehold[]> {
  const words = searchKey(q).slice(0, 100);
  // from the place to its households: the planner of a filter would begin with all households of the province
  return db.$queryRaw<FreeHousehold[]>`
    SELECT h.id::text, h.name, head.full_name AS "headName", coalesce(${unitNameSql(Prisma.sql`h.unit_id`)}, '') AS "unitName"
    FROM app.unit_place u JOIN household h ON h.unit_id = u.unit_id JOIN person head ON head.id = h.head_person_id
    WHERE ${withinAreasSql(Prisma.sql`u.path`, [area])} AND ${withinAreasSql(Prisma.sql`u.path`, reach(viewer, 'people.see'))}
      AND NOT EXISTS (SELECT FROM model_household m WHERE m.household_id = h.id AND (m.valid_to IS NULL OR m.valid_to > app.today()))
      AND EXISTS (SELECT FROM household_member m WHERE m.household_id = h.id AND app.active_on(m.valid_from, m.valid_to, app.today()))
      AND (${words} = '' OR strpos(head.search_key, ${words}) > 0)
    ORDER BY head.given_name, head.other_names, h.id LIMIT ${FREE_MAX}`;
}
