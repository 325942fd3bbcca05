import type { Viewer } from '@/domain/access/viewer';
import { ok, problem, type Result } from '@/domain/result';
import { longTransaction, refusal, transaction } from '@/prisma/client';
import { findReporter, mayDecide } from '../queries';
import type {
  Acceptable,
  AcceptInput,
  AcceptManyInput,
  AcceptManyProblem,
  DecideProblem,
  ReopenInput,
  ReopenProblem,
  ReturnInput,
} from '../report';
import { listAcceptable } from './acceptable-queries';
import { holdReport, trail, writeAction } from './action-writes';
import { holdMonths, lockAccepted, movedOf } from './decide-writes';
import { problemOf } from './refused';

type About = { unitId: string; periodId: string };
type Decided<Problem extends string> = Promise<Result<About, Problem>>;

async function findCommune(viewer: Viewer, unitId: string) {
  const unit = await findReporter(viewer, unitId);
  if (!unit) return problem('not-found');
  return mayDecide(viewer, unit) ? ok(unit) : problem('not-allowed');
}

/** Gives a filed report back with a remark: it is opened, and signed anew. */
export async function returnReport(viewer: Viewer, input: ReturnInput): Decided<DecideProblem> {
  const { unitId, periodId, version, remark } = input;
  const commune = await findCommune(viewer, unitId);
  if (!commune.ok) return commune;
  return transaction(async (tx) => {
    const held = await holdReport(tx, unitId, periodId);
    if (held.state !== 'submitted') return problem('not-filed');
    if (held.version !== version) return problem('changed-meanwhile', { version: String(held.version) });
    await writeAction(tx, viewer, held.id, { kind: 'returned', remark });
    await trail(tx, viewer, { action: 'returnReport', reportId: held.id, unitId }, { remark });
    return ok({ unitId, periodId });
  });
}

/**
 * Accepts a filed report, and closes its period with it: from now on nothing in it moves what it counted. Refused where what counts has
 * moved since it was filed ('moved-since-filed'): then it is returned and filed anew.
 */
export async function acceptReport(viewer: Viewer, input: AcceptInput): Decided<DecideProblem> {
  const { unitId, periodId, version } = input;
  const commune = await findCommune(viewer, unitId);
  if (!commune.ok) return commune;
  return transaction(async (tx) => {
    await holdMonths(tx, [unitId]);
    const held = await holdReport(tx, unitId, periodId);
    if (held.state !== 'submitted' || !held.snapshotId) return problem('not-filed');
    if (held.version !== version) return problem('changed-meanwhile', { version: String(held.version) });
    const moved = (await movedOf(tx, [held.snapshotId])).get(held.snapshotId);
    if (moved) return problem('moved-since-filed', { units: String(moved.units), figures: String(moved.figures) });
    await lockAccepted(tx, viewer, [{ reportId: held.id, unitId, snapshotId: held.snapshotId }]);
    return ok({ unitId, periodId });
  });
}

type ManyAccepted = Result<{ periodId: string; accepted: number; left: number }, AcceptManyProblem>;

/** The same for several of one period, all that can be: those moved or changed meanwhile are left, and told by number. */
export async function acceptReports(viewer: Viewer, { periodId, reports }: AcceptManyInput): Promise<ManyAccepted> {
  if (reports.length === 0) return problem('nothing-chosen');
  const ids = [...new Set(reports.map(({ unitId }) => unitId))].sort();
  return longTransaction(async (tx): Promise<ManyAccepted> => {
    await holdMonths(tx, ids);
    const found = await listAcceptable(viewer, tx, periodId, ids);
    if (found.length === 0) return problem('not-found');
    const unchanged = found.filter((each) => reports.some(isSeen(each)));
    const moved = await movedOf(
      tx,
      unchanged.map(({ snapshotId }) => snapshotId),
    );
    const accepted = unchanged.filter(({ snapshotId }) => !moved.has(snapshotId));
    if (accepted.length === 0) return problem('none-accepted');
    await lockAccepted(tx, viewer, accepted);
    return ok({ periodId, accepted: accepted.length, left: ids.length - accepted.length });
  });
}

const isSeen =
  ({ unitId, version }: Acceptable & { version: number }) =>
  (seen: { unitId: string; version: number }) =>
    seen.unitId === unitId && seen.version === version;

/** The city opens a closed report again, asked or not; later months first ('later-first'). It goes back to the commune and is signed anew. */
export const reopenReport = (viewer: Viewer, input: ReopenInput): Decided<ReopenProblem> =>
  answer(viewer, input, 'reopened');

/** The city says no to a commune that asks to have a closed report opened; nothing moves. */
export const refuseToReopen = (viewer: Viewer, input: ReopenInput): Decided<ReopenProblem> =>
  answer(viewer, input, 'reopen_refused');

async function answer(
  viewer: Viewer,
  { unitId, periodId, version, remark }: ReopenInput,
  kind: 'reopened' | 'reopen_refused',
): Decided<ReopenProblem> {
  const commune = await findCommune(viewer, unitId);
  if (!commune.ok) return commune;
  try {
    return await transaction(async (tx) => {
      const held = await holdReport(tx, unitId, periodId);
      if (held.state !== 'locked' && held.state !== 'accepted') return problem('not-locked');
      if (held.version !== version) return problem('changed-meanwhile', { version: String(held.version) });
      await writeAction(tx, viewer, held.id, { kind, remark });
      const action = kind === 'reopened' ? 'reopenReport' : 'refuseToReopen';
      await trail(tx, viewer, { action, reportId: held.id, unitId }, { remark });
      return ok({ unitId, periodId });
    });
  } catch (error) {
    const name = problemOf(refusal(error), kind === 'reopened' ? 'later-first' : 'not-asked');
    if (name) return problem(name);
    throw error;
  }
}
