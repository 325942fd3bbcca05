import { withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { addDays, toDate, today } from '@/domain/days/day';
import { ok, problem, type Result } from '@/domain/result';
import { lockCall } from '@/domain/trainings/booking/call-writes';
import { listCourses } from '@/domain/trainings/form-queries';
import { DAYS_AHEAD_MAX } from '@/domain/trainings/session-inputs';
import { findUnitToUse } from '@/domain/units/queries';
import { db, transaction } from '@/prisma/client';
import type { AnnounceCallInput, WithdrawCallInput } from './call';

/** Announces that a trainer is needed for a course at a unit around a day, within two years; trainers of the commune see it at once. */
export async function announceCall(
  viewer: Viewer,
  { courseId, unitId, wantedOn, note }: AnnounceCallInput,
): Promise<Result<{ id: string }, 'not-found' | 'course-retired' | 'call-past'>> {
  const [unit, courses] = await Promise.all([findUnitToUse(viewer, unitId, 'trainings.call'), listCourses(viewer)]);
  if (!unit || unit.level === 'province') return problem('not-found');
  if (!courses.some(({ id }) => id === courseId)) return problem('course-retired');
  if (wantedOn < today() || wantedOn > addDays(today(), DAYS_AHEAD_MAX)) return problem('call-past');
  return transaction(async (tx) => {
    const { id } = await tx.trainerCall.create({
      data: { courseId, unitId, wantedOn: toDate(wantedOn), note: note ?? null, createdById: viewer.accountId },
      select: { id: true },
    });
    await record(tx, viewer, {
      verb: 'created',
      action: 'announceCall',
      subjectType: 'trainer-call',
      subjectId: id,
      unitId,
      change: { courseId, wantedOn },
    });
    return ok({ id });
  });
}

/** Takes a call back, with the reason, as long as nobody has answered it. */
export async function withdrawCall(
  viewer: Viewer,
  { callId, version, reason }: WithdrawCallInput,
): Promise<Result<{ id: string }, 'not-found' | 'call-closed' | 'changed-since-read'>> {
  const call = await db.trainerCall.findFirst({
    where: { id: callId, unit: withinReach(viewer, 'trainings.call') },
    select: { unitId: true },
  });
  if (!call) return problem('not-found');
  return transaction(async (tx) => {
    const row = await lockCall(tx, callId);
    if (!row?.open) return problem('call-closed');
    if (row.version !== version) return problem('changed-since-read');
    await tx.trainerCall.update({
      where: { id: callId },
      data: { withdrawnAt: new Date(), withdrawnReason: reason },
      select: { id: true },
    });
    await record(tx, viewer, {
      verb: 'ended',
      action: 'withdrawCall',
      subjectType: 'trainer-call',
      subjectId: callId,
      unitId: call.unitId,
    });
    return ok({ id: callId });
  });
}
