import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import type { Passport } from './passport';
import { findPassport } from './passport-queries';

/** A skill passport to be put on paper and handed to her; that it left the portal, and by whom, is in the trail. */
export async function printPassport(viewer: Viewer, personId: string): Promise<Result<Passport, 'not-found'>> {
  const passport = await findPassport(viewer, personId);
  if (!passport) return problem('not-found');
  return transaction(async (tx) => {
    await record(tx, viewer, {
      verb: 'exported',
      action: 'printPassport',
      subjectType: 'person',
      subjectId: personId,
      unitId: passport.person.keeperUnitId,
    });
    return ok(passport);
  });
}
