import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import { holdSessions } from '@/domain/session-writes';
import { settleSeats } from '@/domain/trainings/booking/seat-writes';
import { countedTransaction } from '@/domain/units/period/period-writes';
import type { Transaction } from '@/prisma/transaction';
import { type Mark, marks } from '../mark';
import { lockEnrolments, takeDesk } from '../register/lock-writes';
import type { RegisterLine } from '../register/register';
import { findRegister } from '../register/register-queries';
import { twinsOf, type UniteInput } from './twin';

export type UniteProblem = 'not-found' | 'closed' | 'not-one' | 'settle-first' | 'certified' | 'period-locked';

/**
 * Makes two lines of a register one, where a woman at the door stands there already. `not-one`: they are not such two
 * any more. `settle-first`: phones differ on one. `certified`: the line that would go has a certificate.
 */
export async function uniteLines(viewer: Viewer, input: UniteInput): Promise<Result<{ id: string }, UniteProblem>> {
  const { sessionId, enrolmentId, intoId } = input;
  const asked = await findRegister(viewer, sessionId, 'attendance.settle');
  if (!asked) return problem('not-found');
  if (!asked.session.rights.settle) return problem('closed');
  return countedTransaction(async (tx): Promise<Result<{ id: string }, UniteProblem>> => {
    await holdSessions(tx, [asked.session.id], 'seats');
    await lockEnrolments(tx, [enrolmentId, intoId]);
    const { lines = [], session = asked.session } = (await findRegister(viewer, sessionId, 'attendance.settle')) ?? {};
    if (!session.rights.settle) return problem('closed');
    const twin = twinsOf(lines).find(({ line }) => line.id === enrolmentId);
    const into = twin?.others.find(({ id }) => id === intoId);
    if (!twin || !into) return problem('not-one');
    if (twin.line.conflict || into.conflict) return problem('settle-first');
    if ((await tx.certificate.count({ where: { enrolmentId } })) > 0) return problem('certified');
    const better = betterOf(twin.line, into);
    if (better && better !== into.mark) await say(tx, viewer, session.id, intoId, better);
    await takeLearned(tx, enrolmentId, intoId);
    // Her line goes, and whatever else phones send for it goes to the line that stays.
    await tx.enrolment.update({
      where: { id: enrolmentId },
      data: { state: 'merged', seatNo: null, mergedIntoId: intoId, changedAt: new Date() },
      select: { id: true },
    });
    await settleSeats(tx, session.id);
    await record(tx, viewer, {
      verb: 'changed',
      action: 'uniteLines',
      subjectType: 'enrolment',
      subjectId: intoId,
      unitId: session.unitId,
      change: { united: enrolmentId, ...(better ? { mark: better } : {}) },
    });
    return ok({ id: session.id });
  });
}

/** A woman who was there once was there: present before late before absent. */
function betterOf(...lines: Pick<RegisterLine, 'mark'>[]): Mark | null {
  return marks.find((mark) => lines.some((line) => line.mark === mark)) ?? null;
}

async function say(tx: Transaction, viewer: Viewer, sessionId: string, enrolmentId: string, mark: Mark) {
  const { deviceId, next } = await takeDesk(tx, viewer.accountId, 'desk');
  await tx.attendanceEvent.create({
    data: {
      deviceId,
      enrolmentId,
      mark,
      sequence: next,
      sessionId,
      kind: 'settlement',
      markedAt: new Date(),
      markedById: viewer.accountId,
    },
    select: { sequence: true },
  });
}

/** A skill recorded of the line that stays, stands; the rest of what she learned comes to it. */
async function takeLearned(tx: Transaction, fromId: string, intoId: string) {
  await tx.$executeRaw`
    INSERT INTO learned_skill (enrolment_id, skill_id, level, recorded_at, recorded_by_id)
    SELECT ${intoId}::uuid, l.skill_id, l.level, l.recorded_at, l.recorded_by_id FROM learned_skill l
    WHERE l.enrolment_id = ${fromId}::uuid ON CONFLICT (enrolment_id, skill_id) DO NOTHING`;
  await tx.$executeRaw`DELETE FROM learned_skill WHERE enrolment_id = ${fromId}::uuid`;
}
