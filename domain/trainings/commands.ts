import { randomBytes } from 'node:crypto';
import { may } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit/record';
import { ok, problem, type Result } from '@/domain/result';
import type { Transaction } from '@/prisma/client';
import { queueFor, takeSession } from './booking';
import { type BookingProblem, book } from './booking-commands';
import {
  asFields,
  findSessionToChange,
  type Plan,
  type PlanProblem,
  planSession,
  type SessionToChange,
} from './change-queries';
import { findClash } from './clash-queries';
import { hasBegun, isOpen, mayEdit } from './session';
import type { EditSessionInput, ProposeSessionInput } from './session-inputs';

export type ProposeProblem = PlanProblem | BookingProblem | 'not-allowed';
export type EditProblem = ProposeProblem | 'changed-meanwhile' | 'not-open' | 'other-commune' | 'course-fixed';

export type Named = { id: string; slug: string };

/**
 * Proposes a session of a commune, a sub-association or a group within the viewer's reach; with `approve` it is decided
 * in the same step by whoever may decide there. A hall or trainer that an approved session has is refused already here
 * (`hall-taken`, `trainer-taken`, with what stands in the way). Times are of Viet Nam.
 */
export async function proposeSession(
  viewer: Viewer,
  input: ProposeSessionInput,
): Promise<Result<Named, ProposeProblem>> {
  const planned = await planSession(viewer, input);
  if (!planned.ok) return planned;
  const plan = planned.value;
  if (input.approve && !may(viewer, 'trainings.decide', plan.unitPath)) return problem('not-allowed');
  const clash = await findClash(viewer, plan);
  if (clash) return problem(clash.problem, clash.detail);

  return book(viewer, plan, async (tx) => {
    const session = await insertSession(tx, viewer, input, plan);
    if (input.approve)
      await tx.sessionDecision.create({
        data: { sessionId: session.id, kind: 'approved', decidedById: viewer.accountId },
        select: { id: true },
      });
    await record(tx, viewer, {
      verb: 'created',
      action: 'proposeSession',
      subjectType: 'session',
      subjectId: session.id,
      unitId: input.unitId,
      change: { ...audited(input, plan), approved: input.approve === 'yes' },
    });
    return ok(session);
  });
}

/** Written with SQL: the state is not the portal's to write, and Prisma would send its default. */
async function insertSession(tx: Transaction, viewer: Viewer, input: ProposeSessionInput, plan: Plan): Promise<Named> {
  const slug = `${plan.courseSlug}-${plan.communeSlug}-${shortCode()}`;
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO session (id, course_id, unit_id, venue_id, slug, mode, starts_at, ends_at, seats, audience, notes, proposed_by_id)
    VALUES (app.uuid7(), ${input.courseId}::uuid, ${input.unitId}::uuid, ${plan.venueId}::uuid, ${slug},
      ${input.mode}::delivery_mode, ${plan.startsAt}, ${plan.endsAt}, ${input.seats}, ${input.audience}::audience,
      ${input.notes ?? null}, ${viewer.accountId}::uuid) RETURNING id::text`;
  const id = row?.id ?? '';
  await bindTrainers(tx, id, plan, 'proposed');
  return { id, slug };
}

const bindTrainers = (tx: Transaction, sessionId: string, plan: Plan, state: 'proposed' | 'approved') =>
  tx.sessionTrainer.createMany({
    data: plan.trainerIds.map((trainerId) => ({
      ...{ sessionId, trainerId, state },
      startsAt: plan.startsAt,
      endsAt: plan.endsAt,
    })),
  });

/** Tells sessions of one course and commune apart in addresses; without vowels, so that it never spells a word. */
function shortCode(): string {
  const letters = 'bcdfghjkmnpqrstvwxz23456789';
  return [...randomBytes(6)].map((byte) => letters[byte % letters.length]).join('');
}

/** What the trail keeps: no names, and of the trainers only how many. */
const audited = (input: ProposeSessionInput | EditSessionInput, plan: Plan) => ({
  course: plan.courseCode,
  venueId: plan.venueId,
  startsAt: plan.startsAt,
  endsAt: plan.endsAt,
  seats: input.seats,
  mode: input.mode,
  audience: input.audience,
  trainers: plan.trainerIds.length,
});

/**
 * Changes a session that has not begun. Another time, hall or day is a `moved` decision that keeps what was before and
 * raises the calendar's SEQUENCE. An approved session keeps its course, and any session its commune.
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
): Promise<Result<Named, 'changed-meanwhile'>> {
  if (!(await takeSession(tx, before.id, input.version))) return problem('changed-meanwhile');
  const state = before.facts.state === 'approved' ? 'approved' : 'proposed';
  if (state === 'approved') await queueFor(tx, [...before.facts.trainerIds, ...plan.trainerIds, plan.venueId]);

  const moved = isMoved(before, plan);
  await tx.sessionTrainer.deleteMany({ where: { sessionId: before.id } });
  const { courseId, unitId, seats, mode, audience, notes = null } = input;
  const { startsAt, endsAt, venueId } = plan;
  const { slug } = await tx.session.update({
    where: { id: before.id },
    data: {
      ...{ courseId, unitId, seats, mode, audience, notes, startsAt, endsAt, venueId },
      ...(moved ? { calendarSequence: { increment: 1 } } : {}),
    },
    select: { slug: true },
  });
  await bindTrainers(tx, before.id, plan, state);
  if (moved) await recordMove(tx, viewer, before, input.reason);
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

const isMoved = (before: SessionToChange, { startsAt, endsAt, venueId }: Plan) =>
  before.startsAt.getTime() !== startsAt.getTime() ||
  before.endsAt.getTime() !== endsAt.getTime() ||
  before.venueId !== venueId;

const recordMove = (
  tx: Transaction,
  viewer: Viewer,
  { id, startsAt, endsAt, venueId }: SessionToChange,
  reason?: string,
) =>
  tx.sessionDecision.create({
    data: {
      sessionId: id,
      kind: 'moved',
      reason: reason ?? null,
      before: { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), venueId },
      decidedById: viewer.accountId,
    },
    select: { id: true },
  });
