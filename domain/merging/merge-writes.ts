import type { Viewer } from '@/domain/access/viewer';
import { record, recordReading } from '@/domain/audit-writes';
import { addDays, startOf, today } from '@/domain/days/day';
import { lastDayBefore } from '@/domain/days/ending';
import { ok, problem } from '@/domain/result';
import type { Transaction } from '@/prisma/transaction';
import { type MergeChoices, UNDO_DAYS } from './merge';
import { offeringSeats } from './merge-enrolment-writes';
import { planMerge } from './merge-plan';
import { closedCoverage, holdClosedMonths, lockRecords, rowsOf, writeChanges } from './merge-rows';
import { type Change, type Row, textOf } from './merge-tables';
import { markOf } from './requests/crossing-mark';
import { type Answered, type LostPairDays, lostTo } from './requests/merge-crossings';

export type Merger = {
  survivorId: string;
  absorbedId: string;
  choices: MergeChoices;
  /** which of two opposite pairs stand, by whoever was asked */
  answered: Answered;
  /** as the form showed them; a merger that was agreed to takes the records as they are */
  versions?: { survivor: number; absorbed: number };
  mergedById: string;
  agreedById?: string;
};

/**
 * Merges one record into another, for commands that have asked for the right, and keeps what undoes it. Coverage of a
 * closed month comes out as it was, or the merger is refused.
 */
export async function mergeInto(tx: Transaction, viewer: Viewer, merger: Merger) {
  const { survivorId, absorbedId, choices, versions, answered } = merger;
  const { standing = {}, crossings: asked = '' } = answered;
  const ids = [survivorId, absorbedId];
  const found = await lockRecords(tx, ids);
  const [survivor, absorbed] = ids.map((id) => found.get(id));
  if (!survivor || !absorbed || isGone(survivor) || isGone(absorbed)) return problem('already-merged');
  const isStale = versions && (versions.survivor !== survivor.version || versions.absorbed !== absorbed.version);
  if (isStale) return problem('changed-meanwhile');

  const plan = planMerge(await rowsOf(tx, ids), { survivor, absorbed }, choices, today(), standing);
  // which of two opposite pairs stands was asked about these very pairs
  if (asked && asked !== markOf(plan.crossings)) return problem('changed-meanwhile');
  const [obstacle] = plan.obstacles;
  if (obstacle) return problem(obstacle);
  if (!asked && plan.crossings.length > 0) return problem('pairs-cross');
  const before = await closedCoverage(tx, ids);
  const changes = await numberAsked(tx, viewer, { survivor, absorbed }, plan.changes);
  const moved = await offeringSeats(tx, changes, () => writeChanges(tx, changes));
  await holdClosedMonths(tx, ids, before);

  const lost = lostTo(plan.crossings, standing);
  const { id } = await tx.personMerge.create({
    data: {
      survivorId,
      absorbedId,
      choices: { ...choices, lost },
      mergedById: merger.mergedById,
      agreedById: merger.agreedById ?? null,
      moved: JSON.parse(JSON.stringify(moved)),
    },
    select: { id: true },
  });
  // what undid a merger that can no longer be undone is kept no longer: it holds values of hers
  await tx.personMerge.updateMany({
    where: { mergedAt: { lt: startOf(addDays(today(), -UNDO_DAYS)) }, NOT: { moved: { equals: [] } } },
    data: { moved: [] },
  });
  await record(tx, viewer, {
    verb: 'changed',
    action: 'mergePersons',
    subjectType: 'person',
    subjectId: survivorId,
    unitId: textOf(survivor, 'keeper_unit_id'),
    change: { absorbedId, choices, standing, ...inTrail(lost), rows: moved.length },
  });
  return ok({ id, survivorId });
}

/** The changes of a plan; where one takes the other record's number, with the entry for which the database moves it (0270). */
async function numberAsked(
  tx: Transaction,
  viewer: Viewer,
  { survivor, absorbed }: { survivor: Row; absorbed: Row },
  changes: Change[],
): Promise<Change[]> {
  const takesNumber = (change: Change) => 'set' in change && change.table === 'person' && 'phone' in change.set;
  if (!changes.some(takesNumber)) return changes;
  const entry = await recordReading(tx, viewer, {
    verb: 'changed',
    action: 'takePhone',
    subjectType: 'person',
    subjectId: textOf(survivor, 'id'),
    unitId: textOf(survivor, 'keeper_unit_id'),
    change: { from: textOf(absorbed, 'id') },
  });
  return changes.map((change) =>
    takesNumber(change) && 'set' in change
      ? { ...change, set: { ...change.set, phone: { of: absorbed.id, entry } } }
      : change,
  );
}

const inTrail = (lost: readonly LostPairDays[]) => ({
  pairStands: lost.map(({ stands }) => stands),
  lostFrom: lost.map(({ from }) => from),
  lostTo: lost.map(({ to }) => (to ? lastDayBefore(to) : 'open')),
});

const isGone = (row: Row) => row.merged_into_id !== null || row.erased_on !== null;
