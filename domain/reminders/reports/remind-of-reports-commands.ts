import type { Viewer } from '@/domain/access/viewer';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { findReminded, findResting, lockReminders } from '../remind-writes';
import { writeReportReminders } from './remind-of-reports-writes';
import { askedSigners } from './report-facts';
import type { MissingReports, RemindOfReportsInput, RemindOfReportsProblem, ReportsReminded } from './report-reminder';
import { findMissingReports } from './report-reminder-queries';

type Done = Result<ReportsReminded, RemindOfReportsProblem>;

/**
 * Asks whoever signs for a commune that has not signed its report of a period, on her first page and by mail; the city alone. Who was asked
 * within seven days is left out, and told how many they were.
 */
export async function remindOfReports(viewer: Viewer, input: RemindOfReportsInput): Promise<Done> {
  const found = await findMissingReports(viewer, input.periodId);
  if (!found) return problem('not-found');
  return transaction(async (tx) => {
    // of two who ask at once the second sees what the first asked for
    await lockReminders(tx);
    const done = await findReminded(tx, viewer, input.askingId);
    if (done) return ok({ ...done, already: 0, nobody: 0 });
    if (found.missing.length === 0) return problem('all-reported');
    return write(tx, viewer, input, found);
  });
}

async function write(tx: Transaction, viewer: Viewer, input: RemindOfReportsInput, found: MissingReports) {
  const { period, missing, signers } = found;
  const resting = await findResting(
    tx,
    { kind: 'report', subjectId: period.id },
    missing.map(({ unitId }) => unitId),
  );
  const open = missing.filter(({ unitId }) => !resting.some((last) => last.unitId === unitId));
  const [first] = resting;
  if (open.length === 0 && first)
    return problem('reminded-already', { by: first.by, day: first.askedOn, again: first.again });
  const people = askedSigners(open, signers);
  if (people.length === 0) return problem('nobody-to-remind');
  const heard = open.filter(({ unitId }) => signers.some((signer) => signer.unitId === unitId));
  await writeReportReminders(tx, { viewer, period, input }, heard, people);
  return ok({
    units: heard.length,
    people: people.length,
    already: resting.length,
    nobody: open.length - heard.length,
  });
}
