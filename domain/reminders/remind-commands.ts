import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { ok, problem, type Result } from '@/domain/result';
import { mapPublishedCommunes } from '@/domain/units/queries';
import { transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { listAnswering } from './answering-queries';
import { findDue } from './due-queries';
import { askedOf } from './facts';
import { type Asking, findReminded, findResting, lockReminders, writeReminders } from './remind-writes';
import {
  type Due,
  type LastReminder,
  latestLastDay,
  type Reminded,
  type RemindInput,
  type RemindProblem,
} from './reminder';

/**
 * Asks whoever answers for these units and can mend it for what is missing there, on her first page and by mail. Units asked for a short
 * while ago are left out; 'reminded-already' where that leaves none.
 */
export async function remind(viewer: Viewer, input: RemindInput): Promise<Result<Reminded, RemindProblem>> {
  const { unitIds, lastDay } = input;
  if (lastDay < today()) return problem('day-passed');
  if (lastDay > latestLastDay()) return problem('too-far', { day: latestLastDay() });
  const due = await findDue(viewer, { unitIds });
  if (!due) return problem('not-found');
  if (due.some(({ mayRemind }) => !mayRemind)) return problem('not-allowed');
  const [answering, communes] = await Promise.all([
    listAnswering(viewer, [...new Set(due.flatMap((each) => each.answering))]),
    mapPublishedCommunes(),
  ]);
  return transaction(async (tx) => {
    // of two who ask at once the second sees what the first asked for
    await lockReminders(tx);
    const done = await findReminded(tx, viewer, input.askingId);
    if (done) return ok(done);
    if (due.length === 0) return problem('nothing-missing');
    const resting = await findResting(
      tx,
      { kind: 'coverage_gap' },
      due.map(({ unitId }) => unitId),
    );
    return write(tx, { viewer, input, due, answering, communes }, resting);
  });
}

async function write(tx: Transaction, asking: Asking, resting: LastReminder[]) {
  const open = asking.due.filter(({ unitId }) => !resting.some((last) => last.unitId === unitId));
  const [first] = resting;
  if (open.length === 0 && first)
    return problem('reminded-already', { by: first.by, day: first.askedOn, again: first.again });
  const people = askedOf(open, asking.answering).filter(({ who }) => who.accountId);
  if (people.length === 0) return problem('nobody-to-remind');
  const heard = new Set(people.flatMap(({ due }) => due.map(({ unitId }) => unitId)));
  const units: Due[] = open.filter(({ unitId }) => heard.has(unitId));
  await writeReminders(tx, asking, units, people);
  return ok({ units: units.length, people: people.length });
}
