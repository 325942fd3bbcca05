import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { tellEnrolled } from '@/domain/messages/tell-enrolled-writes';
import { tellTrainers } from '@/domain/messages/tell-trainers-writes';
import { ok, problem, type Result } from '@/domain/result';
import type { DeliveryMode } from '@/domain/scales/delivery-mode';
import { holdVersion } from '@/domain/version-writes';
import type { Transaction } from '@/prisma/transaction';
import { book } from './booking/booking-commands';
import { audited, bindTrainers, queueFor } from './booking/booking-writes';
import { findClash } from './booking/clash-queries';
import { settleSeats } from './booking/seat-writes';
import { findSessionToChange, planSession } from './change-queries';
import type { Named, ProposeProblem } from './commands';
import { asBefore } from './move';
import { asFields, type Plan, type SessionToChange } from './plan';
import { hasBegun, isOpen, mayEdit } from './session';
import type { EditSessionInput } from './session-inputs';

export type EditProblem =
  | ProposeProblem
  | 'changed-meanwhile'
  | 'not-open'
  | 'other-commune'
  | 'course-fixed'
  | 'audience-fixed';

/**
 * Changes a session that has not begun. An approved one keeps its course, and any session its commune. Trainers put
 * on or taken off are told.
 */
export async function editSession(viewer: Viewer, input: EditSessionInput): Promise<Result<Named, EditProblem>> {
  const before = await findSessionToChange(viewer, input.sessionId);
  if (!before) return problem('not-found');
  if (!mayEdit(viewer, before.facts)) return problem('not-allowed');
  if (!isOpen(before.facts)) return problem('not-open');
  if (hasBegun(before)) return problem('already-begun');
  if (before.version !== input.version) return problem('changed-meanwhile', asFields(before));
  const isApproved = before.facts.state === 'approved';
  if (isApproved && input.courseId !== before.courseId) return problem('course-fixed');

  const planned = await planSession(viewer, input, before);
  if (!planned.ok) return planned;
  const plan = planned.value;
  if (plan.communeId !== before.communeId) return problem('other-commune');
  const wanted = { ...plan, sessionId: before.id };
  const clash = await findClash(viewer, wanted);
  if (clash) return problem(clash.problem, clash.detail);

  const result = await book(viewer, wanted, (tx) => rewrite(tx, viewer, before, input, plan));
  if (result.ok || result.problem !== 'changed-meanwhile') return result;
  const now = await findSessionToChange(viewer, input.sessionId);
  return now ? problem('changed-meanwhile', asFields(now)) : problem('not-found');
}

async function rewrite(
  tx: Transaction,
  viewer: Viewer,
  before: SessionToChange,
  input: EditSessionInput,
  plan: Plan,
): Promise<Result<Named, 'changed-meanwhile' | 'audience-fixed'>> {
  if (!(await holdVersion(tx, 'session', before.id, input.version))) return problem('changed-meanwhile');
  if (await setsApart(tx, before, input)) return problem('audience-fixed');
  const state = before.facts.state === 'approved' ? 'approved' : 'proposed';
  if (state === 'approved') await queueFor(tx, [...before.facts.trainerIds, ...plan.trainerIds, plan.venueId]);

  const { courseId, unitId, seats, mode, audience, language, notes = null } = input;
  const moved = isMoved(before, plan, mode);
  await tx.sessionTrainer.deleteMany({ where: { sessionId: before.id } });
  const { startsAt, endsAt, allDay, venueId, onlineUrl } = plan;
  const { slug } = await tx.session.update({
    where: { id: before.id },
    data: {
      courseId,
      unitId,
      seats,
      mode,
      audience,
      language,
      notes,
      startsAt,
      endsAt,
      allDay,
      venueId,
      onlineUrl,
      ...(moved ? { calendarSequence: { increment: 1 } } : {}),
    },
    select: { slug: true },
  });
  await bindTrainers(tx, before.id, plan, state);
  await tellTrainers(tx, viewer, [{ sessionId: before.id, before: before.facts.trainerIds, after: plan.trainerIds }]);
  if (moved) await recordMove(tx, viewer, before, input.reason);
  if (seats > before.seats) await settleSeats(tx, before.id); // whoever waits is offered them
  await record(tx, viewer, {
    verb: 'changed',
    action: 'editSession',
    subjectType: 'session',
    subjectId: before.id,
    unitId,
    change: { ...audited(input, plan), moved },
  });
  return ok({ id: before.id, slug });
}

/**
 * Opened to others, its free seats would tell how many women of priority groups have one; kept for those groups, whoever has one would be
 * held for a woman of them.
 */
const setsApart = async (tx: Transaction, before: SessionToChange, { audience }: EditSessionInput) =>
  (before.audience === 'priority_groups') !== (audience === 'priority_groups') &&
  (await tx.enrolment.count({
    where: { sessionId: before.id, state: { in: ['confirmed', 'offered', 'waiting'] } },
    take: 1,
  })) > 0;

const isMoved = (before: SessionToChange, { startsAt, endsAt, allDay, venueId }: Plan, mode: DeliveryMode) =>
  before.mode !== mode ||
  before.allDay !== allDay ||
  before.startsAt.getTime() !== startsAt.getTime() ||
  before.endsAt.getTime() !== endsAt.getTime() ||
  before.venueId !== venueId;

/** Keeps what was before, and tells everybody enrolled; the calendar's SEQUENCE rises with it. */
async function recordMove(tx: Transaction, viewer: Viewer, before: SessionToChange, reason?: string): Promise<void> {
  await tx.sessionDecision.create({
    data: {
      sessionId: before.id,
      kind: 'moved',
      reason: reason ?? null,
      before: asBefore(before),
      decidedById: viewer.accountId,
    },
    select: { id: true },
  });
  await tellEnrolled(tx, { sessionIds: [before.id], about: 'session-moved' });
}
