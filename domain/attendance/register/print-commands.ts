import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import type { Register } from './register';
import { findRegister } from './register-queries';

/**
 * The register of a session to be put on paper, with a line in the trail before it leaves: of which session and unit, and how many names.
 * `not-found`: there is none for her, which then leaves no line.
 */
export async function printRegister(viewer: Viewer, sessionId: string): Promise<Result<Register, 'not-found'>> {
  const register = await findRegister(viewer, sessionId);
  if (!register) return problem('not-found');
  const { session, lines } = register;
  await transaction((tx) =>
    record(tx, viewer, {
      verb: 'exported',
      action: 'printRegister',
      subjectType: 'session',
      subjectId: session.id,
      unitId: session.unitId,
      change: { names: lines.length },
    }),
  );
  return ok(register);
}
