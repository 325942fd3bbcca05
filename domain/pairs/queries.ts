import { may } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { type Day, today } from '@/domain/days/day';
import { lastingAfter } from '@/domain/days/ending';
import { isId } from '@/domain/id';
import { pageOf, rowsOfKeys } from '@/domain/page';
import { unitsAbove } from '@/domain/units/host';
import { listPublishedNames } from '@/domain/units/name-queries';
import { toUnit } from '@/domain/units/unit';
import { db } from '@/prisma/client';
import { findPairKeys, type PairFilter } from './key-queries';
import { type PairRow, pairsWithin } from './pair';
import { pairSelect, type SelectedPair, toPairRow } from './pair-row';

const PAIRS_PAGE = 50;
const OF_MODEL_MAX = 200;
const OF_PERSON_MAX = 60;

export type PairPage = { pairs: PairRow[]; total: number; next: string | null };

/** Pairs within the viewer's reach, the youngest first, fifty a page; `total` counts all pages, `next` opens the next. */
export async function listPairs(viewer: Viewer, filter: PairFilter = {}): Promise<PairPage> {
  const most = filter.most ?? PAIRS_PAGE;
  const { keys, total } = await findPairKeys(viewer, filter, most + 1);
  const rows = await readPairs(viewer, keys);
  const { page, next } = pageOf(rows, most);
  return { pairs: page, total, next };
}

/** Pairs tied to a Digital Family, or belonging to a unit's 1+1 model, that run today or will; at most 200. */
export async function listPairsOfModel(viewer: Viewer, modelId: string): Promise<PairRow[]> {
  if (!isId(modelId)) return [];
  const tied = { modelId, ...lastingAfter(today(), db.pairTie.fields) };
  const keys = db.pair.findMany({
    where: {
      AND: [
        pairsWithin(viewer, 'pairs.see'),
        lastingAfter(today(), db.pair.fields),
        { OR: [{ pairTies: { some: tied } }, { modelId }] },
      ],
    },
    orderBy: [{ validFrom: 'desc' }, { id: 'desc' }],
    select: { id: true },
    take: OF_MODEL_MAX,
  });
  return readPairs(viewer, keys);
}

/** Pairs in which a person guides or learns, those that run before those that ended, the youngest first; at most sixty. */
export async function listPairsOfPerson(viewer: Viewer, personId: string): Promise<PairRow[]> {
  if (!isId(personId)) return [];
  const keys = db.pair.findMany({
    where: { AND: [pairsWithin(viewer, 'pairs.see'), { OR: [{ instructorId: personId }, { learnerId: personId }] }] },
    orderBy: [{ validTo: { sort: 'desc', nulls: 'first' } }, { validFrom: 'desc' }, { id: 'desc' }],
    select: { id: true },
    take: OF_PERSON_MAX,
  });
  return readPairs(viewer, keys);
}

async function readPairs(
  viewer: Viewer,
  keys: readonly { id: string }[] | Promise<{ id: string }[]>,
): Promise<PairRow[]> {
  const found = await keys;
  const [rows, quiet] = await Promise.all([
    rowsOfKeys(Promise.resolve(found), (ids, take) =>
      db.pair.findMany({ where: { id: { in: ids } }, select: pairSelect(), take }),
    ),
    quietAmong(found),
  ]);
  return toRows(viewer, rows, quiet);
}

/** One pair, or null when there is none that the viewer may see. */
export async function findPair(viewer: Viewer, pairId: string): Promise<PairRow | null> {
  if (!isId(pairId)) return null;
  const [row, quiet] = await Promise.all([
    db.pair.findFirst({ where: { id: pairId, ...pairsWithin(viewer, 'pairs.see') }, select: pairSelect() }),
    quietAmong([{ id: pairId }]),
  ]);
  const [pair] = row ? await toRows(viewer, [row], quiet) : [];
  return pair?.host && may(viewer, 'pairs.see', pair.host.path) ? pair : null;
}

/** Pairs within the viewer's reach by their ids, in that order; at most 200. */
export async function listPairsById(viewer: Viewer, ids: readonly string[]): Promise<PairRow[]> {
  const [rows, quiet] = await Promise.all([
    db.pair.findMany({
      where: { id: { in: [...ids] }, ...pairsWithin(viewer, 'pairs.see') },
      select: pairSelect(),
      take: OF_MODEL_MAX,
    }),
    quietAmong(ids.map((id) => ({ id }))),
  ]);
  const pairs = new Map((await toRows(viewer, rows, quiet)).map((pair) => [pair.id, pair]));
  return ids.flatMap((id) => pairs.get(id) ?? []);
}

async function toRows(
  viewer: Viewer,
  rows: SelectedPair[],
  quiet: Awaited<ReturnType<typeof quietAmong>>,
): Promise<PairRow[]> {
  const units = rows.flatMap(({ pairHosts }) => pairHosts.map(({ unit }) => toUnit(unit)));
  const names = await listPublishedNames(units.flatMap(unitsAbove));
  return rows.map((row) => toPairRow(viewer, row, names, quiet));
}

/** Since when those of these pairs that went quiet have been so. */
async function quietAmong(rows: readonly { id: string }[]): Promise<Map<string, Day>> {
  if (rows.length === 0) return new Map();
  const quiet = await db.$queryRaw<{ id: string; since: Day }[]>`
    SELECT pair_id AS id, quiet_since::text AS since FROM app.quiet_pairs(${today()}::date)
    WHERE pair_id = ANY (${rows.map(({ id }) => id)}::uuid[])`;
  return new Map(quiet.map(({ id, since }) => [id, since]));
}
