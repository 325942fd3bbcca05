import type { Viewer } from '@/domain/access/viewer';
import { pairsWithin } from '@/domain/pairs/pair';
import { personsKeptWithin, personsWithin } from '@/domain/people/person';
import { db } from '@/prisma/client';
import { crossingsAmong } from '../merge-pairs';
import type { Row } from '../merge-tables';
import { markOf } from './crossing-mark';
import { crossingFor, type PairCrossing, type ShownCrossings } from './merge-crossings';

export type Couple = { survivorId: string; absorbedId: string };

/** Pairs the opposite way that meet when the records of each couple become one, as `showCrossings` tells the viewer of them. */
export async function listCrossings(viewer: Viewer, couples: readonly Couple[]): Promise<ShownCrossings[]> {
  const ids = [...new Set(couples.flatMap(({ survivorId, absorbedId }) => [survivorId, absorbedId]))];
  if (ids.length === 0) return [];
  const found = await db.$queryRaw<{ row: Row }[]>`
    SELECT to_jsonb(p) AS row FROM pair p WHERE instructor_id = ANY (${ids}::uuid[]) OR learner_id = ANY (${ids}::uuid[]) ORDER BY id`;
  const rows = found.map(({ row }) => row);
  const each = couples.map(({ survivorId, absorbedId }) => crossingsAmong(rows, survivorId, absorbedId));
  return showCrossings(viewer, each, ids);
}

/**
 * Crossings for a viewer who keeps one of the records at least. Of pairs of records that she keeps, and of pairs that she may
 * see, she is told the days; of any other only that there is one, elsewhere.
 */
export async function showCrossings(
  viewer: Viewer,
  each: readonly PairCrossing[][],
  personIds: string[],
): Promise<ShownCrossings[]> {
  const seen = await seenOf(viewer, each.flat(), personIds);
  return each.map((crossings) => ({
    each: crossings.map((crossing) => crossingFor(crossing, seen.nameOf(crossing.thirdId), seen.isSeen)),
    mark: markOf(crossings),
  }));
}

/** Which of these pairs and women the viewer may know. */
async function seenOf(viewer: Viewer, crossings: readonly PairCrossing[], ids: string[]) {
  const pairs = crossings.flatMap(({ pairs: { guided, learned } }) => [...guided, ...learned]);
  const thirdIds = crossings.map(({ thirdId }) => thirdId);
  if (pairs.length === 0) return { isSeen: () => false, nameOf: () => null };
  const named = { select: { id: true, fullName: true } } as const;
  const [hosted, kept, thirds] = await Promise.all([
    db.pair.findMany({
      where: { AND: [{ id: { in: pairs.map(({ id }) => String(id)) } }, pairsWithin(viewer, 'pairs.see')] },
      select: { id: true, instructor: named, learner: named },
      take: pairs.length,
    }),
    db.person.findMany({
      where: { AND: [{ id: { in: ids } }, personsKeptWithin(viewer, 'people.see')] },
      select: { id: true },
      take: ids.length,
    }),
    db.person.findMany({
      where: { AND: [{ id: { in: thirdIds } }, personsWithin(viewer, 'people.see')] },
      ...named,
      take: thirdIds.length,
    }),
  ]);
  const keptIds = new Set<unknown>(kept.map(({ id }) => id));
  const ofHers = pairs.filter((row) => keptIds.has(row.instructor_id) || keptIds.has(row.learner_id));
  const seen = new Set([...hosted.map(({ id }) => id), ...ofHers.map(({ id }) => String(id))]);
  const women = [...thirds, ...hosted.flatMap(({ instructor, learner }) => [instructor, learner])];
  const names = new Map(women.map(({ id, fullName }) => [id, fullName]));
  return {
    isSeen: (pairId: string) => seen.has(pairId),
    nameOf: (personId: string) => names.get(personId) ?? null,
  };
}
