import 'server-only';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import { db, transaction } from '@/prisma/client';
import { tellOfFactor } from './factor-mail-writes';
import { lockFactors } from './factor-writes';
import { hashCode, newRecoveryCodes } from './recovery-code';
import type { InSession } from './second-factor';

/** Makes ten new codes, which end the old ones. They are in the answer and nowhere else: only their hashes are kept. */
export async function makeRecoveryCodes(
  viewer: Pick<Viewer, 'accountId'> & InSession,
): Promise<Result<{ codes: string[] }, 'no-factor'>> {
  const { accountId } = viewer;
  // who has nothing to recover from costs no hash
  if ((await db.secondFactor.count({ where: { accountId } })) === 0) return problem('no-factor');
  const codes = newRecoveryCodes();
  const hashes = await Promise.all(codes.map((code) => hashCode(accountId, code)));
  return transaction(async (tx) => {
    await lockFactors(tx, accountId);
    if ((await tx.secondFactor.count({ where: { accountId } })) === 0) return problem('no-factor');
    await tx.recoveryCode.deleteMany({ where: { accountId } });
    await tx.recoveryCode.createMany({ data: hashes.map((codeHash) => ({ accountId, codeHash })) });
    await record(tx, viewer, {
      verb: 'changed',
      action: 'makeRecoveryCodes',
      subjectType: 'account',
      subjectId: accountId,
    });
    await tellOfFactor(tx, accountId, { what: 'codes-renewed' });
    return ok({ codes });
  });
}
