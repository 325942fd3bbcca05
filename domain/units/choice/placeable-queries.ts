import { withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { toDate } from '@/domain/days/day';
import { byVietnameseName } from '@/domain/order';
import { pageOf, readKey } from '@/domain/page';
import { searchKey } from '@/domain/texts/clean-text';
import { behindByName, byName, placeByName } from '@/domain/texts/name-order';
import { db } from '@/prisma/client';
import type { ChangePlan } from '../restructuring/change';
import type { Placeables } from '../restructuring/preview';
import { nameToday } from '../unit';

const PEOPLE_PAGE = 50;
const THINGS_MAX = 200;

/**
 * Rows that a split can place singly, within the viewer's reach: people by given name, fifty a page, sub-units,
 * models and pairs up to two hundred. A viewer who may not see people sees no name of theirs.
 */
export async function listPlaceable(
  viewer: Viewer,
  { unitId, from }: ChangePlan,
  { q = '', after }: { q?: string | undefined; after?: string | undefined },
): Promise<Placeables> {
  const onward = { OR: [{ validTo: null }, { validTo: { gt: toDate(from) } }] };
  const here = (permission: Parameters<typeof withinReach>[1]) => ({
    unitId,
    ...onward,
    unit: withinReach(viewer, permission),
  });
  const words = searchKey(q)
    .slice(0, 100)
    .replace(/[\\%_]/g, '\\$&');
  const key = readKey(after);
  const last = key ? await db.person.findUnique({ where: { id: key }, select: placeByName }) : null;
  const [people, subUnits, models, pairs] = await Promise.all([
    db.person.findMany({
      where: {
        AND: [
          { memberships: { some: here('people.see') }, erasedOn: null },
          words ? { searchKey: { contains: words } } : {},
          behindByName(last),
        ],
      },
      orderBy: byName(),
      select: { id: true, fullName: true, birthYear: true },
      take: PEOPLE_PAGE + 1,
    }),
    db.unitParent.findMany({
      where: { parentId: unitId, ...onward, unit: withinReach(viewer, 'units.see') },
      select: { unit: { select: { id: true, unitNames: nameToday() } } },
      take: THINGS_MAX,
    }),
    db.modelHost.findMany({
      where: here('digital-models.see'),
      select: { model: { select: { id: true, name: true } } },
      take: THINGS_MAX,
    }),
    db.pairHost.findMany({
      where: { ...here('pairs.see'), pair: onward },
      select: {
        pair: {
          select: { id: true, instructor: { select: { fullName: true } }, learner: { select: { fullName: true } } },
        },
      },
      take: THINGS_MAX,
    }),
  ]);
  const { page, next } = pageOf(people, PEOPLE_PAGE);
  return {
    people: page.map(({ id, fullName, birthYear }) => ({ id, name: [fullName, birthYear].filter(Boolean).join(', ') })),
    subUnits: subUnits.map(({ unit }) => ({ id: unit.id, name: unit.unitNames[0]?.name ?? '' })).sort(byVietnameseName),
    models: models.map(({ model }) => model),
    pairs: pairs.map(({ pair }) => ({
      id: pair.id,
      name: [pair.instructor.fullName, pair.learner.fullName].filter(Boolean).join(' – '),
    })),
    next,
  };
}
