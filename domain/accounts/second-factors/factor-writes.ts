import type { Role } from '@/domain/access/permissions';
import { activeOn, today } from '@/domain/days/day';
import type { Transaction } from '@/prisma/transaction';
import type { InSession } from './second-factor';

const GRANTS_MAX = 50;

/** The roles that an account holds today. */
export const rolesHeld = (tx: Transaction, accountId: string): Promise<{ role: Role }[]> =>
  tx.roleGrant.findMany({ where: { accountId, ...activeOn(today()) }, select: { role: true }, take: GRANTS_MAX });

/** Whoever changes her factors waits for whoever is changing them. */
export const lockFactors = (tx: Transaction, accountId: string) =>
  tx.$queryRaw`SELECT 1 FROM account WHERE id = ${accountId}::uuid FOR NO KEY UPDATE`;

/** A factor was added in this session: it has shown it and gets a new token, and the others, which have not, are over. */
export async function beginWithFactor(
  tx: Transaction,
  { accountId, sessionId }: { accountId: string } & InSession,
  now: Date,
): Promise<void> {
  await tx.accountSession.update({
    where: { id: sessionId },
    data: { secondFactorAt: now, renewalAskedAt: now },
    select: { id: true },
  });
  await tx.accountSession.updateMany({
    where: { accountId, id: { not: sessionId }, endedAt: null, secondFactorAt: null },
    data: { endedAt: now, endReason: 'factor-added' },
  });
}
