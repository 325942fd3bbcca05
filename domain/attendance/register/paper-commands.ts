import { createHash } from 'node:crypto';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import { enrolWalkIn } from '../roster/walk-in-writes';
import { lockEnrolments, takeDesk } from './lock-writes';
import { type PaperInput, readPaper } from './paper';
import { findRegister } from './register-queries';

export type PaperProblem = 'not-found' | 'not-open' | 'wrong-line' | 'nothing-said';

/**
 * Records the paper register as the voice of that account's paper: typed again it is the same, and where a phone
 * differs the register shows both. `not-open`: never approved, or cancelled. `wrong-line` names the line.
 */
export async function recordPaper(
  viewer: Viewer,
  input: PaperInput,
): Promise<Result<{ id: string; count: number; held: boolean }, PaperProblem>> {
  const register = await findRegister(viewer, input.sessionId, 'attendance.take');
  if (!register) return problem('not-found');
  const { session, lines } = register;
  if (!session.rights.type) return problem('not-open');
  const known = new Map(lines.map(({ no, name }) => [no, { no, name }]));
  const reading = readPaper(input.typed, known);
  if (!reading.ok) return problem('wrong-line', { line: reading.wrong });
  const listed = lines.flatMap(({ id, no }) => {
    const mark = reading.marks.get(no);
    return mark ? [{ enrolmentId: id, mark }] : [];
  });
  if (listed.length + reading.walkIns.length === 0) return problem('nothing-said');
  // after the session was reported all is kept for review
  const held = !session.rights.take;
  return transaction(async (tx) => {
    const { deviceId, next } = await takeDesk(tx, viewer.accountId, 'paper');
    const said = [...listed];
    for (const { key, mark, walkIn } of reading.walkIns) {
      const id = idOnPaper(deviceId, session.id, key);
      const arrival = { id, sessionId: session.id, deviceId, walkIn, unitId: null, counts: !held };
      said.push({ enrolmentId: await enrolWalkIn(tx, arrival), mark });
    }
    const enrolmentIds = said.map(({ enrolmentId }) => enrolmentId);
    await lockEnrolments(tx, enrolmentIds);
    const { count } = await tx.attendanceEvent.createMany({
      data: said.map((each, at) => ({
        ...each,
        deviceId,
        sequence: next + BigInt(at),
        sessionId: session.id,
        markedAt: new Date(),
        markedById: viewer.accountId,
        heldForReview: held,
      })),
    });
    await record(tx, viewer, {
      verb: 'changed',
      action: 'recordPaper',
      subjectType: 'session',
      subjectId: session.id,
      unitId: session.unitId,
      change: { taps: count, walkIns: reading.walkIns.length, held },
    });
    return ok({ id: session.id, count, held });
  });
}

/**
 * A woman written on by hand has the id she had when she is typed again: it follows from the paper, the session and
 * what is on it.
 */
function idOnPaper(...parts: string[]): string {
  const hash = createHash('sha256').update(parts.join('\n')).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
