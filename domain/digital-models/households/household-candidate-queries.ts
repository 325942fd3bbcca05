import { withinAreas } from '@/domain/access/access';
import type { UnitPath, Viewer } from '@/domain/access/viewer';
import { activeOn, today } from '@/domain/days/day';
import { lastingAfter } from '@/domain/days/ending';
import { searchKey } from '@/domain/texts/clean-text';
import { byName } from '@/domain/texts/name-order';
import { nameToday } from '@/domain/units/unit';
import { db, type Prisma } from '@/prisma/client';
import { candidatesWithin } from '../people/model-people';
import type { HouseholdCandidate } from './household';

/** Women in one form: more than the members of nearly every group. */
const CANDIDATES_MAX = 100;
const OTHERS_MAX = 8;
/** More than a sub-association has: nobody is left out by it. */
const WOMEN_MAX = 5_000;

/** A household that no family counts on, today or from a day that was announced. */
const inNoFamily = () => ({
  modelHouseholds: { none: lastingAfter(today(), db.modelHousehold.fields) },
});

/** Whose household is in no family and kept at the place, or who lives in none. */
const freeToCome = (area: UnitPath) => [
  {
    OR: [
      { householdMembers: { none: activeOn(today()) } },
      { households: { some: { householdMembers: { some: activeOn(today()) }, ...inNoFamily() } } },
    ],
  },
  // a household that is kept elsewhere stays there
  { households: { none: { householdMembers: { some: activeOn(today()) }, NOT: { unit: withinAreas([area]) } } } },
  // who heads a household and lives in another comes with that one
  { householdMembers: { none: { ...activeOn(today()), household: { NOT: inNoFamily() } } } },
];

const select = () => ({
  id: true,
  fullName: true,
  birthYear: true,
  memberships: { where: activeOn(today()), select: { unit: { select: { unitNames: nameToday() } } }, take: 1 },
  householdMembers: {
    where: activeOn(today()),
    select: {
      household: {
        select: {
          headPersonId: true,
          size: true,
          householdMembers: {
            where: activeOn(today()),
            select: { personId: true, person: { select: { fullName: true } } },
            take: OTHERS_MAX,
          },
        },
      },
    },
    take: 1,
  },
});

/**
 * Women of a place and its groups who may come into a Digital Family with their household, by given name, at most a
 * hundred. `q` finds by name; `more` says that others are left out.
 */
export async function listHouseholdCandidates(
  viewer: Viewer,
  area: UnitPath,
  q = '',
): Promise<{ candidates: HouseholdCandidate[]; more: boolean }> {
  const words = searchKey(q)
    .slice(0, 100)
    .replace(/[\\%_]/g, '\\$&');
  // the women first, then their households: in one question the planner begins with every household of the province
  const women = await db.person.findMany({
    where: { AND: [candidatesWithin(viewer, area), words ? { searchKey: { contains: words } } : {}] },
    orderBy: byName(),
    select: { id: true },
    take: WOMEN_MAX,
  });
  const rows = await db.person.findMany({
    where: { AND: [{ id: { in: women.map(({ id }) => id) } }, ...freeToCome(area)] },
    orderBy: byName(),
    select: select(),
    take: CANDIDATES_MAX + 1,
  });
  return { candidates: rows.slice(0, CANDIDATES_MAX).map(toCandidate), more: rows.length > CANDIDATES_MAX };
}

type Row = Prisma.PersonGetPayload<{ select: ReturnType<typeof select> }>;

function toCandidate({ id, fullName, birthYear, memberships, householdMembers }: Row): HouseholdCandidate {
  const household = householdMembers[0]?.household;
  const hers = household?.headPersonId === id ? household : undefined;
  return {
    personId: id,
    name: fullName ?? '',
    birthYear,
    unitName: memberships[0]?.unit.unitNames[0]?.name ?? '',
    size: hers?.size ?? null,
    others: (hers?.householdMembers ?? []).flatMap(({ personId, person }) =>
      personId !== id && person.fullName ? [person.fullName] : [],
    ),
  };
}
