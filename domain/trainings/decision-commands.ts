import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { tellEnrolled, tellTeam } from '@/domain/messages/tell-enrolled-writes';
import { ok, problem, type Result } from '@/domain/result';
import { holdVersion } from '@/domain/version-writes';
import type { Transaction } from '@/prisma/transaction';
import { type BookingProblem, book } from './booking/booking-commands';
import { findClash } from './booking/clash-queries';
import { findSessionToChange } from './change-queries';
import type { SessionToChange } from './plan';
import { hasBegun, isOpen, mayCancel, mayDecide } from './session';
import type { CancelSessionInput, DecideSessionInput } from './session-inputs';

export type DecideProblem = BookingProblem | 'not-found' | 'not-allowed' | 'already-begun' | 'changed-since-read';

/**
 * Approves a proposal, which makes it public and gives it its trainers and hall, or refuses it with a reason. Of two
 * approvals at once the second is told what is taken (`hall-taken`, `trainer-taken`).
 */
export async function decideSession(
  viewer: Viewer,
  input: DecideSessionInput,
): Promise<Result<{ id: string }, DecideProblem>> {
  const session = await findSessionToChange(viewer, input.sessionId);
  if (!session) return problem('not-found');
  if (!mayDecide(viewer, session.facts)) return problem('not-allowed');
  if (session.facts.state !== 'proposed') return problem('already-decided');
  if (session.version !== input.version) return problem('changed-since-read');
  if (input.decision === 'refuse') return decide(viewer, session, 'refused', input.reason);

  if (hasBegun(session)) return problem('already-begun');
  const clash = await findClash(viewer, wantedBy(session));
  if (clash) return problem(clash.problem, clash.detail);
  return decide(viewer, session, 'approved', input.reason);
}

export type CancelProblem = DecideProblem | 'not-open';

/**
 * Cancels a session that was not held yet, with the reason. One that was public stays so and says that it was cancelled;
 * its calendar entry is CANCELLED. A trainer takes back her own proposal the same way.
 */
export async function cancelSession(
  viewer: Viewer,
  input: CancelSessionInput,
): Promise<Result<{ id: string }, CancelProblem>> {
  const session = await findSessionToChange(viewer, input.sessionId);
  if (!session) return problem('not-found');
  if (!mayCancel(viewer, session.facts)) return problem('not-allowed');
  if (!isOpen(session.facts)) return problem('not-open');
  if (session.version !== input.version) return problem('changed-since-read');
  return decide(viewer, session, 'cancelled', input.reason);
}

const wantedBy = ({ id, venueId, startsAt, endsAt, facts }: SessionToChange) => ({
  sessionId: id,
  trainerIds: facts.trainerIds,
  venueId,
  startsAt,
  endsAt,
});

/** Everybody enrolled is told that it is cancelled, those who proposed and teach it whatever was decided. */
async function tellOf(tx: Transaction, sessionId: string, kind: keyof typeof ACTIONS): Promise<void> {
  const sessionIds = [sessionId];
  if (kind === 'cancelled') await tellEnrolled(tx, { sessionIds, about: 'session-cancelled' });
  else await tellTeam(tx, { sessionIds, about: `session-${kind}` });
}

const ACTIONS = { approved: 'approveSession', refused: 'refuseSession', cancelled: 'cancelSession' } as const;

function decide(viewer: Viewer, session: SessionToChange, kind: keyof typeof ACTIONS, reason?: string) {
  const { id, version, unitId, facts } = session;
  return book(viewer, wantedBy(session), async (tx: Transaction) => {
    if (!(await holdVersion(tx, 'session', id, version))) return problem('changed-since-read');
    await tx.sessionDecision.create({
      data: { sessionId: id, kind, reason: reason ?? null, decidedById: viewer.accountId },
      select: { id: true },
    });
    await tellOf(tx, id, kind);
    await record(tx, viewer, {
      verb: 'changed',
      action: ACTIONS[kind],
      subjectType: 'session',
      subjectId: id,
      unitId,
      change: { from: facts.state, to: kind },
    });
    return ok({ id });
  });
}
