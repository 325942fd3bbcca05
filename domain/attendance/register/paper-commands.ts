import { createHash } from 'node:crypto';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import { holdSessions } from '@/domain/session-writes';
import { transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import type { SaidMark } from '../mark';
import { enrolWalkIn } from '../roster/walk-in-writes';
import { lockEnrolments, takeDesk } from './lock-writes';
import { type PaperInput, type PaperWalkIn, readPaper } from './paper';
import type { RegisterSession } from './register';
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
  return transaction((tx) => write(tx, viewer, session, { listed, walkIns: reading.walkIns }));
}

type Said = { enrolmentId: string; mark: SaidMark };
type OnPaper = { listed: Said[]; walkIns: readonly PaperWalkIn[] };

async function write(tx: Transaction, viewer: Viewer, { id, unitId }: RegisterSession, { listed, walkIns }: OnPaper) {
  const state = (await holdSessions(tx, [id], walkIns.length > 0 ? 'seats' : 'marks')).get(id)?.state;
  if (state !== 'approved' && state !== 'held') return problem('not-open');
  // after the session was reported all is kept for review
  const held = state === 'held';
  const { deviceId, next } = await takeDesk(tx, viewer.accountId, 'paper');
  const said = [...listed];
  for (const { key, mark, walkIn } of walkIns) {
    const arrival = { id: idOnPaper(deviceId, id, key), sessionId: id, deviceId, walkIn, unitId: null, counts: !held };
    said.push({ enrolmentId: await enrolWalkIn(tx, arrival), mark });
  }
  await lockEnrolments(
    tx,
    said.map(({ enrolmentId }) => enrolmentId),
  );
  const { count } = await tx.attendanceEvent.createMany({
    data: said.map((each, at) => ({
      ...each,
      deviceId,
      sequence: next + BigInt(at),
      sessionId: id,
      markedAt: new Date(),
      markedById: viewer.accountId,
      heldForReview: held,
    })),
  });
  await record(tx, viewer, {
    verb: 'changed',
    action: 'recordPaper',
    subjectType: 'session',
    subjectId: id,
    unitId,
    change: { taps: count, walkIns: walkIns.length, held },
  });
  return ok({ id, count, held });
}

/**
 * A woman written on by hand has the id she had when she is typed again: it follows from the paper, the session and
 * what is on it.
 */
function idOnPaper(...parts: string[]): string {
  const hash = createHash('sha256').update(parts.join('\n')).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
