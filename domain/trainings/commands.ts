import { may } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import type { Transaction } from '@/prisma/transaction';
import { type BookingProblem, book } from './booking/booking-commands';
import { audited, bindTrainers, sessionSlug } from './booking/booking-writes';
import { takeCall } from './booking/call-writes';
import { findClash } from './booking/clash-queries';
import { planSession } from './change-queries';
import type { Plan, PlanProblem } from './plan';
import type { ProposeSessionInput } from './session-inputs';

export type ProposeProblem = PlanProblem | BookingProblem | 'not-allowed' | 'call-closed';

export type Named = { id: string; slug: string };

/**
 * Proposes a session within the viewer's reach; `approve` decides it in the same step. Times are of Viet Nam. From a
 * call for trainers it answers that call: of two at once the second is told (`call-closed`).
 */
export async function proposeSession(
  viewer: Viewer,
  input: ProposeSessionInput,
): Promise<Result<Named, ProposeProblem>> {
  const planned = await planSession(viewer, input);
  if (!planned.ok) return planned;
  const plan = planned.value;
  if (input.approve && !may(viewer, 'trainings.decide', plan.unitPath)) return problem('not-allowed');
  // what an approved session has is refused already now, with the session in the way
  const clash = await findClash(viewer, plan);
  if (clash) return problem(clash.problem, clash.detail);

  return book(viewer, plan, async (tx) => {
    if (input.callId && !(await takeCall(tx, input.callId, plan))) return problem('call-closed');
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

/** A session is written with SQL: the state is not the portal's to write, and Prisma would send its default. */
async function insertSession(tx: Transaction, viewer: Viewer, input: ProposeSessionInput, plan: Plan): Promise<Named> {
  const slug = sessionSlug(plan);
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO session (id, course_id, unit_id, venue_id, slug, mode, starts_at, ends_at, all_day, seats, audience, language,
      online_url, notes, call_id, proposed_by_id)
    VALUES (app.uuid7(), ${input.courseId}::uuid, ${input.unitId}::uuid, ${plan.venueId}::uuid, ${slug},
      ${input.mode}::delivery_mode, ${plan.startsAt}, ${plan.endsAt}, ${plan.allDay}, ${input.seats}, ${input.audience}::audience,
      ${input.language}, ${plan.onlineUrl}, ${input.notes ?? null}, ${input.callId ?? null}::uuid, ${viewer.accountId}::uuid) RETURNING id::text`;
  const id = row?.id ?? '';
  await bindTrainers(tx, id, plan, 'proposed');
  return { id, slug };
}
