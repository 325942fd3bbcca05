import type { Transaction } from '@/prisma/transaction';
import { forgetDevices } from '../second-factors/device-writes';
import { tellOfFactor } from '../second-factors/factor-mail-writes';

/** What somebody has set up, to be named in a request. */
export const factorIdsOf = async (tx: Transaction, accountId: string): Promise<string[]> =>
  (await tx.secondFactor.findMany({ where: { accountId }, select: { id: true }, take: 20 })).map(({ id }) => id);

/** Her factors, codes and remembered devices go, her sessions end, and she is told. */
export async function dropFactors(tx: Transaction, accountId: string): Promise<void> {
  await tx.secondFactor.deleteMany({ where: { accountId } });
  await tx.recoveryCode.deleteMany({ where: { accountId } });
  await forgetDevices(tx, accountId);
  await tx.accountSession.updateMany({
    where: { accountId, endedAt: null },
    data: { endedAt: new Date(), endReason: 'factors-reset' },
  });
  await tellOfFactor(tx, accountId, { what: 'factors-reset' });
}
