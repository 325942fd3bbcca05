import { withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { type Day, toDate } from '@/domain/days/day';
import { lastingAfter } from '@/domain/days/ending';
import { byVietnameseName } from '@/domain/order';
import { pageOf, readKey } from '@/domain/page';
import { searchKey } from '@/domain/texts/clean-text';
import { behindByName, byName, placeByName } from '@/domain/texts/name-order';
import { db, type Prisma } from '@/prisma/client';
import type { ChangePlan } from '../restructuring/change';
import type { PartedTie, Placeables } from '../restructuring/preview';
import { nameToday } from '../unit';

const PEOPLE_PAGE = 50;
const THINGS_MAX = 200;

type Asked = { q?: string | undefined; after?: string | undefined };

/**
 * Rows that a split can place singly, within the viewer's reach: people by given name, fifty a page, sub-units,
 * models and pairs up to two hundred. A viewer who may not see people sees no name of theirs.
 */
export async function listPlaceable(viewer: Viewer, plan: ChangePlan, asked: Asked): Promise<Placeables> {
  const [{ people, next }, things] = await Promise.all([
    listPlaceablePeople(viewer, plan, asked),
    listPlaceableThings(viewer, plan),
  ]);
  return { people, ...things, next };
}

/** Names of the pairs and families that a restructuring parts, by id, of those within the viewer's reach. */
export async function listTieNames(viewer: Viewer, ties: readonly PartedTie[]): Promise<Map<string, string>> {
  if (ties.length === 0) return new Map();
  const [pairs, models] = await Promise.all([
    db.pair.findMany({
      where: {
        id: { in: ties.map(({ pairId }) => pairId) },
        pairHosts: { some: { unit: withinReach(viewer, 'pairs.see') } },
      },
      select: pairNames,
      take: THINGS_MAX,
    }),
    db.digitalModel.findMany({
      where: {
        id: { in: ties.map(({ modelId }) => modelId) },
        modelHosts: { some: { unit: withinReach(viewer, 'digital-models.see') } },
      },
      select: { id: true, name: true },
      take: THINGS_MAX,
    }),
  ]);
  return new Map([...pairs.map(toPair), ...models].map(({ id, name }) => [id, name]));
}

const pairNames = {
  id: true,
  instructor: { select: { fullName: true } },
  learner: { select: { fullName: true } },
} as const;

type NamedPair = Prisma.PairGetPayload<{ select: typeof pairNames }>;

const toPair = ({ id, instructor, learner }: NamedPair) => ({
  id,
  name: [instructor.fullName, learner.fullName].filter(Boolean).join(' – '),
});

const onwardFrom = (from: Day) => ({ OR: [{ validTo: null }, { validTo: { gt: toDate(from) } }] });

/** Belonging to the unit from the day of the change on, where the viewer may see it. */
const placedHere = (viewer: Viewer, { unitId, from }: ChangePlan, permission: Parameters<typeof withinReach>[1]) => ({
  unitId,
  ...onwardFrom(from),
  unit: withinReach(viewer, permission),
});

async function listPlaceablePeople(viewer: Viewer, plan: ChangePlan, { q = '', after }: Asked) {
  const words = searchKey(q)
    .slice(0, 100)
    .replace(/[\\%_]/g, '\\$&');
  const key = readKey(after);
  const last = key ? await db.person.findUnique({ where: { id: key }, select: placeByName }) : null;
  const people = await db.person.findMany({
    where: {
      AND: [
        { memberships: { some: placedHere(viewer, plan, 'people.see') }, erasedOn: null },
        words ? { searchKey: { contains: words } } : {},
        behindByName(last),
      ],
    },
    orderBy: byName(),
    select: { id: true, fullName: true, birthYear: true },
    take: PEOPLE_PAGE + 1,
  });
  const { page, next } = pageOf(people, PEOPLE_PAGE);
  return {
    people: page.map(({ id, fullName, birthYear }) => ({ id, name: [fullName, birthYear].filter(Boolean).join(', ') })),
    next,
  };
}

async function listPlaceableThings(viewer: Viewer, plan: ChangePlan) {
  const onward = onwardFrom(plan.from);
  const [subUnits, models, pairs] = await Promise.all([
    db.unitParent.findMany({
      where: { parentId: plan.unitId, ...onward, unit: withinReach(viewer, 'units.see') },
      select: { unit: { select: { id: true, unitNames: nameToday() } } },
      take: THINGS_MAX,
    }),
    db.modelHost.findMany({
      where: placedHere(viewer, plan, 'digital-models.see'),
      select: { model: { select: { id: true, name: true } } },
      take: THINGS_MAX,
    }),
    db.pairHost.findMany({
      where: { ...placedHere(viewer, plan, 'pairs.see'), pair: lastingAfter(plan.from, db.pair.fields) },
      select: { pair: { select: pairNames } },
      take: THINGS_MAX,
    }),
  ]);
  return {
    subUnits: subUnits.map(({ unit }) => ({ id: unit.id, name: unit.unitNames[0]?.name ?? '' })).sort(byVietnameseName),
    models: models.map(({ model }) => model),
    pairs: pairs.map(({ pair }) => toPair(pair)),
  };
}
