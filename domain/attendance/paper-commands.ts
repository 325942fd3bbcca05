import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit/record';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import { lockEnrolments, takeDesk } from './lock-enrolments';
import { type PaperInput, readPaper } from './paper';
import { findRegister } from './register-queries';

export type PaperProblem = 'not-found' | 'not-open' | 'wrong-line' | 'nothing-said';

/**
 * Records what was written on the paper register, as the voice of that account's paper: typed again it is the same, and
 * where a phone says something else the register shows both. After the session was reported it is kept for review;
 * `not-open`: it was never approved, or cancelled. `wrong-line` names the line.
 */
export async function recordPaper(
  viewer: Viewer,
  input: PaperInput,
): Promise<Result<{ id: string; count: number; held: boolean }, PaperProblem>> {
  const register = await findRegister(viewer, input.sessionId, 'attendance.take');
  if (!register) return problem('not-found');
  const { session, lines } = register;
  if (session.state !== 'approved' && session.state !== 'held') return problem('not-open');
  const known = new Map(lines.map(({ no, name }) => [no, { no, name }]));
  const reading = readPaper(input.typed, known);
  if (!reading.ok) return problem('wrong-line', { line: reading.wrong });
  const said = lines.flatMap(({ id, no }) => {
    const mark = reading.marks.get(no);
    return mark ? [{ enrolmentId: id, mark }] : [];
  });
  if (said.length === 0) return problem('nothing-said');
  const held = !session.rights.take;
  return transaction(async (tx) => {
    const { deviceId, next } = await takeDesk(tx, viewer.accountId, 'paper');
    await lockEnrolments(
      tx,
      said.map(({ enrolmentId }) => enrolmentId),
    );
    const { count } = await tx.attendanceEvent.createMany({
      data: said.map(({ enrolmentId, mark }, at) => ({
        ...{ deviceId, enrolmentId, mark, sequence: next + BigInt(at), sessionId: session.id },
        ...{ markedAt: new Date(), markedById: viewer.accountId, heldForReview: held },
      })),
    });
    await record(tx, viewer, {
      ...{ verb: 'changed', action: 'recordPaper', subjectType: 'session', subjectId: session.id },
      ...{ unitId: session.unitId, change: { taps: count, held } },
    });
    return ok({ id: session.id, count, held });
  });
}
