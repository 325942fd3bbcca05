import { setTimeout as wait } from 'node:timers/promises';
import { mayForProvince } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import { db } from '@/prisma/client';
import { type Signing, type SigningProblem, signingProblems } from './signing';

/** Milliseconds that a page waits for a signing to end: of a small city nobody sees that it was a job. */
const PATIENCE_MS = 2_000;
const LOOKS_MS = 150;

/** The signing of a report that was asked for last; null where none was, and for whoever does not see the whole city. */
async function findSigning(viewer: Viewer, unitId: string, periodId: string): Promise<Signing | null> {
  if (!mayForProvince(viewer, 'reports.see') || !isId(unitId) || !isId(periodId)) return null;
  const row = await db.reportSigning.findFirst({
    where: { report: { unitId, periodId } },
    orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
    select: { state: true, stepsDone: true, problem: true, askedAt: true, askedBy: { select: { displayName: true } } },
  });
  if (!row) return null;
  const { state, stepsDone, askedAt, askedBy } = row;
  return { state, stepsDone, problem: problemIn(row.problem), by: askedBy.displayName, at: askedAt };
}

const problemIn = (name: string | null): SigningProblem | null =>
  name === null ? null : (signingProblems.find((each) => each === name) ?? 'not-worked-out');

/** The same once it has ended, or as far as it has come after two seconds. */
export async function findSigningSoon(viewer: Viewer, unitId: string, periodId: string): Promise<Signing | null> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const signing = await findSigning(viewer, unitId, periodId);
    if (signing?.state !== 'waiting' || Date.now() > until) return signing;
    await wait(LOOKS_MS);
  }
}
