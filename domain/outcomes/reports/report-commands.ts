import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import { holdSessions } from '@/domain/session-writes';
import type { SessionToChange } from '@/domain/trainings/plan';
import { countedTransaction } from '@/domain/units/period/period-writes';
import type { Transaction } from '@/prisma/transaction';
import { mayOnSession } from '../outcome';
import { findOutcomeSession } from '../queries';
import type { ReportInput } from './report';

export type ReportProblem =
  | 'not-found'
  | 'not-allowed'
  | 'nobody-there'
  | 'unsettled'
  | 'already-reported'
  | 'not-open'
  | 'period-locked'
  | 'changed-meanwhile';

/**
 * Writes the trainer's report; the first one closes the session as held. A correction names the report that it
 * corrects, which stays on record. `already-reported`: a second first one. `period-locked`: the session's month is closed.
 */
export async function writeReport(
  viewer: Viewer,
  input: ReportInput,
): Promise<Result<{ id: string; closed: boolean }, ReportProblem>> {
  const session = await findOutcomeSession(viewer, input.sessionId);
  if (!session) return problem('not-found');
  if (!mayOnSession(viewer, 'outcomes.report', session.facts)) return problem('not-allowed');
  return countedTransaction((tx) => write(tx, viewer, session, input));
}

type Standing = {
  state: string;
  number: number;
  present: number;
  unsettled: number;
  wentWell: string;
  toImprove: string;
  materials: string;
};

/** How the session stands, held until the report is written. */
async function lockReported(tx: Transaction, id: string): Promise<Standing | undefined> {
  // as strong as the decision of a report takes it, so that two reports at once wait for each other
  await holdSessions(tx, [id], 'decision');
  const [now] = await tx.$queryRaw<Standing[]>`
    SELECT s.state::text, coalesce(r.number, 0) AS number, coalesce(r.went_well, '') AS "wentWell",
      coalesce(r.to_improve, '') AS "toImprove", coalesce(r.materials, '') AS materials,
      (SELECT count(*)::int FROM attendance a JOIN enrolment e ON e.id = a.enrolment_id
        WHERE a.session_id = s.id AND a.mark IN ('present', 'late') AND e.state <> 'merged') AS present,
      (SELECT count(*)::int FROM attendance a JOIN enrolment e ON e.id = a.enrolment_id
        WHERE a.session_id = s.id AND a.conflict AND e.state <> 'merged') AS unsettled
    FROM session s LEFT JOIN LATERAL (SELECT * FROM session_report r WHERE r.session_id = s.id ORDER BY r.number DESC LIMIT 1) r ON true
    WHERE s.id = ${id}::uuid`;
  return now;
}

async function write(
  tx: Transaction,
  viewer: Viewer,
  { id, unitId }: SessionToChange,
  { number, wentWell, toImprove, materials }: ReportInput,
): Promise<Result<{ id: string; closed: boolean }, ReportProblem>> {
  const now = await lockReported(tx, id);
  if (!now || (now.state !== 'approved' && now.state !== 'held')) return problem('not-open');
  if (now.number !== number) {
    if (number === 0) return problem('already-reported');
    const { wentWell, toImprove, materials } = now;
    return problem('changed-meanwhile', { wentWell, toImprove, materials, version: String(now.number) });
  }
  // where phones differ she may still settle what closing would take out of her hands
  if (now.state === 'approved' && now.unsettled > 0) return problem('unsettled', { count: String(now.unsettled) });
  if (now.present === 0) return problem('nobody-there');
  await tx.sessionReport.create({
    data: {
      sessionId: id,
      number: number + 1,
      peoplePresent: now.present,
      wentWell,
      toImprove: toImprove ?? null,
      materials: materials ?? null,
      writtenAt: new Date(),
      writtenById: viewer.accountId,
    },
    select: { id: true },
  });
  const closed = now.state === 'approved';
  if (closed)
    await tx.sessionDecision.create({
      data: { sessionId: id, kind: 'held', decidedById: viewer.accountId },
      select: { id: true },
    });
  await record(tx, viewer, {
    verb: number === 0 ? 'created' : 'changed',
    action: number === 0 ? 'reportSession' : 'correctReport',
    subjectType: 'session',
    subjectId: id,
    unitId,
    change: { number: number + 1, present: now.present, ...(closed ? { from: 'approved', to: 'held' } : {}) },
  });
  return ok({ id, closed });
}
