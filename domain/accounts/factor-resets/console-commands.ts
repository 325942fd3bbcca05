import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import { lockFactors } from '../second-factors/factor-writes';
import { dropFactors } from './reset-writes';

/** At the console of the machine: the factors of an account are removed, where there are not two people who could agree. */
export const resetFactorsOf = (email: string): Promise<Result<null, 'not-found'>> =>
  transaction(async (tx) => {
    const account = await tx.account.findUnique({ where: { email }, select: { id: true } });
    if (!account) return problem('not-found');
    await lockFactors(tx, account.id);
    await dropFactors(tx, account.id);
    await record(tx, null, {
      verb: 'ended',
      action: 'resetFactors',
      subjectType: 'account',
      subjectId: account.id,
      change: { askedBy: null },
    });
    return ok(null);
  });
