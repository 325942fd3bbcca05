import { z } from 'zod';
import { withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { personsKeptWithin, personsWithin } from '@/domain/people/person';
import { keptMasked } from '@/domain/people/phones/phone';
import { toHost, unitsAbove } from '@/domain/units/host';
import { listPublishedNames } from '@/domain/units/name-queries';
import { toUnit, unitSelect } from '@/domain/units/unit';
import { db, type Prisma } from '@/prisma/client';
import { lastUndoDay, type MergePreview, type MergeRow, type MergeSide, survivorWins } from './merge';
import { planMerge } from './merge-plan';
import { rowsOf } from './merge-rows';
import type { Row } from './merge-tables';
import { showCrossings } from './requests/crossing-queries';
import { lostPairDays } from './requests/merge-crossings';

const MERGES_MAX = 50;
/** Mergers from before it was asked lost nothing that is known. */
const keptChoices = z.object({ lost: z.array(lostPairDays).catch([]) }).catch({ lost: [] });

/**
 * A preview of merging the second record into the first: both side by side, what moves, what is united or ended, and
 * the obstacles. Null unless the viewer may merge both.
 */
export async function previewMerge(
  viewer: Viewer,
  survivorId: string,
  absorbedId: string,
): Promise<MergePreview | null> {
  const ids = [survivorId, absorbedId];
  if (!ids.every(isId) || survivorId === absorbedId) return null;
  const people = await db.person.findMany({
    where: { id: { in: ids }, ...personsKeptWithin(viewer, 'merging.merge') },
    select: sideSelect(),
    take: 2,
  });
  if (people.length < 2) return null;
  const units = people.map(({ keeperUnit }) => toUnit(keeperUnit));
  const [names, rows, sealed, consents] = await Promise.all([
    listPublishedNames(units.flatMap(unitsAbove)),
    rowsOf(db, ids),
    db.sensitiveField.count({ where: { personId: absorbedId } }),
    db.consent.count({ where: { personId: absorbedId } }),
  ]);
  const [survivor, absorbed] = ids.map((id) => {
    const row = people.find((person) => person.id === id);
    return row && toSide(row, names);
  });
  if (!survivor || !absorbed) return null;
  const women = { survivor: { id: survivorId } as Row, absorbed: { id: absorbedId } as Row };
  const { told, obstacles, crossings } = planMerge(rows, women, survivorWins, today());
  const [shown] = await showCrossings(viewer, [crossings], ids);
  return {
    survivor,
    absorbed,
    // which of two opposite pairs stands is asked on the form itself
    obstacles: obstacles.filter((obstacle) => obstacle !== 'pairs-cross'),
    crossings: shown ?? { each: [], mark: '' },
    told: { ...told, sealed, consents },
  };
}

const sideSelect = () => ({
  id: true,
  version: true,
  fullName: true,
  birthYear: true,
  phone: true,
  address: true,
  languages: true,
  keeperUnit: { select: unitSelect() },
  account: { select: { id: true } },
});

type SelectedSide = Prisma.PersonGetPayload<{ select: ReturnType<typeof sideSelect> }>;

const toSide = (
  { fullName, phone, keeperUnit, account, ...row }: SelectedSide,
  names: Map<string, string>,
): MergeSide => ({
  ...row,
  name: fullName ?? '',
  phone: keptMasked(phone),
  keeper: toHost(toUnit(keeperUnit), names),
  hasAccount: account !== null,
});

/**
 * The record that stands for one that was merged, through all mergers since: the address of the one leads to the
 * other. Null where it was not merged or the viewer does not see the survivor.
 */
export async function findMergedInto(viewer: Viewer, personId: string): Promise<string | null> {
  if (!isId(personId)) return null;
  const [row] = await db.$queryRaw<{ id: string | null }[]>`SELECT app.record_today(${personId}::uuid)::text AS id`;
  if (!row?.id || row.id === personId) return null;
  const seen = await db.person.findFirst({
    where: { id: row.id, ...personsWithin(viewer, 'people.see') },
    select: { id: true },
  });
  return seen?.id ?? null;
}

/** Mergers into a record that the viewer may undo or has seen undone, the newest first; at most 50. */
export async function listMerges(viewer: Viewer, survivorId: string): Promise<MergeRow[]> {
  if (!isId(survivorId)) return [];
  const rows = await db.personMerge.findMany({
    where: { survivorId, survivor: { keeperUnit: withinReach(viewer, 'merging.merge') } },
    orderBy: [{ mergedAt: 'desc' }, { id: 'desc' }],
    select: { id: true, mergedAt: true, undoneAt: true, choices: true, mergedBy: { select: { displayName: true } } },
    take: MERGES_MAX,
  });
  const newest = rows.find(({ undoneAt }) => undoneAt === null);
  const lost = rows.map(({ choices }) => keptChoices.parse(choices).lost);
  const names = await namesSeen(
    viewer,
    lost.flat().map(({ thirdId }) => thirdId),
  );
  return rows.map(({ mergedBy, choices: _kept, ...row }, at) => ({
    ...row,
    lost: (lost[at] ?? []).map((each) => ({ ...each, third: names.get(each.thirdId) ?? null })),
    mergedBy: mergedBy.displayName,
    lastUndoDay: lastUndoDay(row.mergedAt),
    mayUndo: row.id === newest?.id && today() <= lastUndoDay(row.mergedAt),
  }));
}

async function namesSeen(viewer: Viewer, personIds: string[]): Promise<Map<string, string>> {
  const rows = await db.person.findMany({
    where: { AND: [{ id: { in: personIds } }, personsWithin(viewer, 'people.see')] },
    select: { id: true, fullName: true },
    take: personIds.length,
  });
  return new Map(rows.map(({ id, fullName }) => [id, fullName ?? '']));
}
