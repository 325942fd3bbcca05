import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { activeOn, fromDate, today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { behind, pageOf, readKey, rowsOfKeys } from '@/domain/page';
import { searchKey } from '@/domain/texts/clean-text';
import { listPublishedNames } from '@/domain/units/name-queries';
import { toUnit } from '@/domain/units/unit';
import { db, type Prisma } from '@/prisma/client';
import { hostToday, modelsWithin, statusToday } from '../people/host';
import { isEmpty, type Kin, type Lineage, type Practice, type SharedPractice, toPractice } from './practice';

const PAGE = 50;
const KIN_MAX = 50;

/** Clubs at work whose owners share their practice: readable by whoever may found a model, of any commune. */
const shared = () => ({
  kind: 'digital_womens_club' as const,
  sharedPractice: true,
  modelStatuses: { some: { ...activeOn(today()), status: 'active' as const } },
});

const select = () => ({
  id: true,
  name: true,
  foundedOn: true,
  charter: true,
  modelHosts: hostToday(),
  _count: { select: { digitalModels: true } },
});
type Row = Prisma.DigitalModelGetPayload<{ select: ReturnType<typeof select> }>;

const communeOf = ({ modelHosts: [host] }: Pick<Row, 'modelHosts'>) => (host ? toUnit(host.unit).communeId : null);

function toShared(row: Row, names: ReadonlyMap<string, string>): SharedPractice {
  return {
    id: row.id,
    name: row.name,
    communeName: names.get(communeOf(row) ?? '') ?? null,
    foundedOn: fromDate(row.foundedOn),
    lessonCount: toPractice(row.charter)?.lessons.length ?? 0,
    copies: row._count.digitalModels,
  };
}

/** Shared practices to choose from, by name, fifty a page; nobody who founds nothing sees any. */
export async function listSharedPractices(
  viewer: Viewer,
  { q = '', after }: { q?: string | undefined; after?: string | undefined } = {},
): Promise<{ practices: SharedPractice[]; next: string | null }> {
  if (!mayAnywhere(viewer, 'digital-models.found')) return { practices: [], next: null };
  const words = searchKey(q)
    .slice(0, 100)
    .replace(/[\\%_]/g, '\\$&');
  const key = readKey(after);
  const last = key
    ? await db.digitalModel.findFirst({ where: { id: key, ...shared() }, select: { id: true, searchKey: true } })
    : null;
  const keys = db.digitalModel.findMany({
    where: {
      AND: [shared(), words ? { searchKey: { contains: words } } : {}, behind(last, 'searchKey', 'asc')],
    },
    orderBy: [{ searchKey: 'asc' }, { id: 'asc' }],
    select: { id: true },
    take: PAGE + 1,
  });
  const rows = await rowsOfKeys(keys, (ids, take) =>
    db.digitalModel.findMany({ where: { id: { in: ids } }, select: select(), take }),
  );
  const { page, next } = pageOf(rows, PAGE);
  const names = await listPublishedNames(page.map(communeOf));
  return {
    practices: page.map((row) => toShared(row, names)),
    next,
  };
}

export type FoundPractice = SharedPractice & { practice: Practice };

/** One shared practice with its texts, or null. */
export async function findSharedPractice(viewer: Viewer, modelId: string): Promise<FoundPractice | null> {
  if (!isId(modelId) || !mayAnywhere(viewer, 'digital-models.found')) return null;
  const row = await db.digitalModel.findFirst({ where: { id: modelId, ...shared() }, select: select() });
  const practice = row && toPractice(row.charter);
  if (!row || !practice || isEmpty(practice)) return null;
  return { ...toShared(row, await listPublishedNames([communeOf(row)])), practice };
}

/**
 * The club that a practice was taken from, and the clubs that took it over. Other communes' clubs are named only
 * where they are public.
 */
export async function findLineage(viewer: Viewer, modelId: string): Promise<Lineage> {
  if (!isId(modelId)) return { from: null, to: [] };
  const kin = () => ({ id: true, name: true, modelHosts: hostToday(), modelStatuses: statusToday() });
  const row = await db.digitalModel.findFirst({
    where: { id: modelId, ...modelsWithin(viewer, 'digital-models.see') },
    select: {
      copiedFrom: { select: kin() },
      digitalModels: { orderBy: { id: 'desc' }, select: kin(), take: KIN_MAX },
    },
  });
  if (!row) return { from: null, to: [] };
  const all = [...(row.copiedFrom ? [row.copiedFrom] : []), ...row.digitalModels];
  const [names, within] = await Promise.all([
    listPublishedNames(all.map(communeOf)),
    db.digitalModel.findMany({
      where: { id: { in: all.map(({ id }) => id) }, ...modelsWithin(viewer, 'digital-models.see') },
      select: { id: true },
      take: KIN_MAX + 1,
    }),
  ]);
  const near = new Set(within.map(({ id }) => id));
  const toKin = (each: (typeof all)[number]): Kin => {
    const status = each.modelStatuses[0]?.status ?? 'planned';
    const named = near.has(each.id) || status === 'active' || status === 'planned';
    return {
      id: each.id,
      status,
      within: near.has(each.id),
      name: named ? each.name : null,
      communeName: named ? (names.get(communeOf(each) ?? '') ?? null) : null,
    };
  };
  return {
    from: row.copiedFrom && toKin(row.copiedFrom),
    to: row.digitalModels.map(toKin).filter(({ name }) => name !== null),
  };
}
