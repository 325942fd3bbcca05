import { withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { today } from '@/domain/days/day';
import { personsKeptWithin } from '@/domain/people/person';
import { ok, problem, type Result } from '@/domain/result';
import { countedTransaction } from '@/domain/units/period/period-writes';
import { db, refusal } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { type LeftAlone, lastUndoDay, type MergeInput, type MergeObstacle, type UndoMergeInput } from './merge';
import { givingBackSeats } from './merge-enrolment-writes';
import {
  ClosedMonthChanged,
  closedCoverage,
  type Done,
  holdClosedMonths,
  lockRecords,
  restoreRows,
} from './merge-rows';
import { mergeInto } from './merge-writes';

export type MergeProblem =
  | 'not-found'
  | 'not-allowed'
  | 'same-record'
  | 'already-merged'
  | 'changed-meanwhile'
  | 'period-locked'
  | MergeObstacle;

/**
 * Merges two records of one woman, with the values chosen field by field. Both must be kept within the viewer's reach: across
 * communes the other side is asked (`askFor`). Of two who merge them at once one wins.
 */
export async function mergePersons(
  viewer: Viewer,
  input: MergeInput,
): Promise<Result<{ id: string; survivorId: string }, MergeProblem>> {
  const { survivorId, absorbedId, survivorVersion, absorbedVersion, standing, crossings, ...choices } = input;
  const ids = [survivorId, absorbedId];
  const seen = await db.person.count({ where: { id: { in: ids }, ...personsKeptWithin(viewer, 'people.see') } });
  if (seen < new Set(ids).size) return problem('not-found');
  const kept = await db.person.count({ where: { id: { in: ids }, ...personsKeptWithin(viewer, 'merging.merge') } });
  if (kept < new Set(ids).size) return problem('not-allowed');
  if (survivorId === absorbedId) return problem('same-record');
  const versions = { survivor: survivorVersion, absorbed: absorbedVersion };
  try {
    return await countedTransaction((tx) =>
      mergeInto(tx, viewer, {
        survivorId,
        absorbedId,
        choices,
        versions,
        mergedById: viewer.accountId,
        answered: { standing, crossings },
      }),
    );
  } catch (error) {
    if (error instanceof ClosedMonthChanged) return problem('period-locked', { until: error.until });
    if (refusal(error) === 'one_merge_standing') return problem('already-merged');
    throw error;
  }
}

export type UndoProblem = 'not-found' | 'already-undone' | 'too-late' | 'newer-first' | 'erased' | 'period-locked';

/**
 * Takes a merger back within 30 days, the newest into a record first: every row stands as before, except those edited since,
 * which are left alone and told, and a seat that somebody else has by now.
 */
export async function undoMerge(
  viewer: Viewer,
  { mergeId }: UndoMergeInput,
): Promise<Result<{ survivorId: string; absorbedId: string; left: LeftAlone[] }, UndoProblem>> {
  const merge = await db.personMerge.findFirst({
    where: { id: mergeId, survivor: { keeperUnit: withinReach(viewer, 'merging.merge') } },
    select: { id: true, survivorId: true, absorbedId: true },
  });
  if (!merge) return problem('not-found');
  const ids = [merge.survivorId, merge.absorbedId];
  try {
    return await countedTransaction(async (tx) => {
      const records = await lockRecords(tx, ids);
      const refused = await refusalOfUndo(tx, merge);
      if (refused) return refused;
      const { moved } = await tx.personMerge.findUniqueOrThrow({ where: { id: merge.id }, select: { moved: true } });
      const before = await closedCoverage(tx, ids);
      const left = await givingBackSeats(tx, moved as Done[], (rows) => restoreRows(tx, rows));
      await holdClosedMonths(tx, ids, before);
      await tx.personMerge.update({
        where: { id: merge.id },
        data: { undoneAt: new Date(), undoneById: viewer.accountId },
        select: { id: true },
      });
      await record(tx, viewer, {
        verb: 'changed',
        action: 'undoMerge',
        subjectType: 'person',
        subjectId: merge.survivorId,
        unitId: String(records.get(merge.survivorId)?.keeper_unit_id),
        change: { absorbedId: merge.absorbedId, left },
      });
      return ok({ survivorId: merge.survivorId, absorbedId: merge.absorbedId, left });
    });
  } catch (error) {
    if (error instanceof ClosedMonthChanged) return problem('period-locked', { until: error.until });
    throw error;
  }
}

async function refusalOfUndo(tx: Transaction, { id, survivorId }: { id: string; survivorId: string }) {
  const merge = await tx.personMerge.findUniqueOrThrow({
    where: { id },
    select: {
      mergedAt: true,
      undoneAt: true,
      survivor: { select: { mergedIntoId: true, erasedOn: true } },
      absorbed: { select: { erasedOn: true } },
    },
  });
  if (merge.undoneAt) return problem('already-undone');
  if (merge.survivor.erasedOn || merge.absorbed.erasedOn) return problem('erased');
  if (today() > lastUndoDay(merge.mergedAt)) return problem('too-late', { day: lastUndoDay(merge.mergedAt) });
  const newer = await tx.personMerge.count({
    where: { survivorId, undoneAt: null, mergedAt: { gt: merge.mergedAt } },
  });
  return merge.survivor.mergedIntoId || newer > 0 ? problem('newer-first') : null;
}
