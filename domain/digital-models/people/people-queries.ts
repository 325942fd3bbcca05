import type { UnitPath, Viewer } from '@/domain/access/viewer';
import { activeOn, toDate, today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { pageOf, readKey } from '@/domain/page';
import { searchKey } from '@/domain/texts/clean-text';
import { behindByName, byName, placeByName } from '@/domain/texts/name-order';
import { nameToday } from '@/domain/units/unit';
import { db, type Prisma } from '@/prisma/client';
import { modelsWithin } from './host';
import { type Candidate, candidatesWithin, type Dated, type ModelMember, type Seat, toDated } from './model-people';

const PAGE = 60;
const SEATS_MAX = 100;

const dated = { id: true, personId: true, validFrom: true, validTo: true, person: { select: { fullName: true } } };
const words = (q: string) =>
  searchKey(q)
    .slice(0, 100)
    .replace(/[\\%_]/g, '\\$&');

/** Everybody who ever sat on the board of a model within reach, the newest first, at most a hundred. */
export async function listSeats(viewer: Viewer, modelId: string): Promise<Seat[]> {
  if (!isId(modelId)) return [];
  const rows = await db.boardSeat.findMany({
    where: { modelId, model: modelsWithin(viewer, 'digital-models.see') },
    orderBy: [{ validFrom: 'desc' }, { id: 'desc' }],
    select: { ...dated, office: true },
    take: SEATS_MAX,
  });
  return rows.map((row) => ({ ...toDated(row), office: row.office }));
}

export type MemberPage = { members: ModelMember[]; total: number; next: string | null };

/** Members of today of a model within reach by given name, sixty a page; `q` finds by name, `after` opens the next page. */
export async function listModelMembers(
  viewer: Viewer,
  modelId: string,
  { q = '', after }: { q?: string | undefined; after?: string | undefined } = {},
): Promise<MemberPage> {
  if (!isId(modelId)) return { members: [], total: 0, next: null };
  const where = {
    modelId,
    ...activeOn(today()),
    model: modelsWithin(viewer, 'digital-models.see'),
    ...(words(q) ? { person: { searchKey: { contains: words(q) } } } : {}),
  };
  const [total, rows] = await Promise.all([
    db.modelMember.count({ where }),
    db.modelMember.findMany({
      where: { AND: [where, await behindMember(modelId, after)] },
      orderBy: [{ person: { givenName: 'asc' } }, { person: { otherNames: 'asc' } }, { id: 'asc' }],
      select: { ...dated, person: { select: { fullName: true, householdMembers: householdsIn(modelId) } } },
      take: PAGE + 1,
    }),
  ]);
  const { page, next } = pageOf(rows, PAGE);
  const members = page.map((row) => ({ ...toDated(row), household: toHouseholdOf(row.person.householdMembers) }));
  return { members, total, next };
}

const householdsIn = (modelId: string) => ({
  where: { ...activeOn(today()), household: { modelHouseholds: { some: { ...activeOn(today()), modelId } } } },
  select: { household: { select: { id: true, name: true, headPerson: { select: { fullName: true } } } } },
  take: 1,
});

type HouseholdPart = Prisma.HouseholdMemberGetPayload<{ select: ReturnType<typeof householdsIn>['select'] }>;

const toHouseholdOf = ([part]: HouseholdPart[]): ModelMember['household'] =>
  part
    ? { householdId: part.household.id, name: part.household.name, headName: part.household.headPerson.fullName }
    : null;

async function behindMember(modelId: string, after: string | undefined) {
  const key = readKey(after);
  const last = key
    ? await db.modelMember.findFirst({
        where: { id: key, modelId },
        select: { id: true, person: { select: { givenName: true, otherNames: true } } },
      })
    : null;
  if (!last) return {};
  const { givenName, otherNames } = last.person;
  const erased = { person: { givenName: null } };
  if (givenName === null || otherNames === null) return { ...erased, id: { gt: last.id } };
  return {
    OR: [
      { person: { givenName: { gt: givenName } } },
      { person: { givenName, otherNames: { gt: otherNames } } },
      { person: { givenName, otherNames }, id: { gt: last.id } },
      erased,
    ],
  };
}

/** Members who left, the last first; at most a hundred. */
export async function listFormerMembers(viewer: Viewer, modelId: string): Promise<Dated[]> {
  if (!isId(modelId)) return [];
  const rows = await db.modelMember.findMany({
    where: { modelId, validTo: { lte: toDate(today()) }, model: modelsWithin(viewer, 'digital-models.see') },
    orderBy: [{ validTo: 'desc' }, { id: 'desc' }],
    select: dated,
    take: SEATS_MAX,
  });
  return rows.map(toDated);
}

/** Belongs today to a household that a Digital Family counts on. */
const inFamily = () => ({ ...activeOn(today()), household: { modelHouseholds: { some: activeOn(today()) } } });

/** Women left out of the choice: those on the board, members already, or in a household of a family. */
type Without = 'board' | 'members' | 'households';
export type CandidateFilter = {
  modelId: string;
  area: UnitPath;
  without: Without;
  q?: string | undefined;
  after?: string | undefined;
};

/** Women of a model's sub-association who can be taken up, by given name, sixty a page. */
export async function listCandidates(
  viewer: Viewer,
  { modelId, area, without, q = '', after }: CandidateFilter,
): Promise<{ candidates: Candidate[]; next: string | null }> {
  const here = { none: { ...activeOn(today()), modelId } };
  const key = readKey(after);
  const last = key
    ? await db.person.findFirst({ where: { id: key, ...candidatesWithin(viewer, area) }, select: placeByName })
    : null;
  const rows = await db.person.findMany({
    where: {
      AND: [
        candidatesWithin(viewer, area),
        without === 'board' ? { boardSeats: here } : {},
        without === 'members' ? { modelMembers: here } : {},
        without === 'households' ? { householdMembers: { none: inFamily() } } : {},
        words(q) ? { searchKey: { contains: words(q) } } : {},
        behindByName(last),
      ],
    },
    orderBy: byName(),
    select: {
      id: true,
      fullName: true,
      birthYear: true,
      memberships: { where: activeOn(today()), select: { unit: { select: { unitNames: nameToday() } } }, take: 1 },
    },
    take: PAGE + 1,
  });
  const { page, next } = pageOf(rows, PAGE);
  const candidates = page.map(({ id, fullName, birthYear, memberships }) => ({
    id,
    birthYear,
    name: fullName ?? '',
    unitName: memberships[0]?.unit.unitNames[0]?.name ?? '',
  }));
  return { candidates, next };
}

/** How many members a sub-association has today, its groups included, each woman once. */
export async function countMembersOfHost(viewer: Viewer, area: UnitPath): Promise<number> {
  return db.person.count({ where: candidatesWithin(viewer, area) });
}
