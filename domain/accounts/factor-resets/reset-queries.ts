import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { findAccount } from '../queries';
import type { FactorState } from '../second-factors/second-factor';
import { RESET } from './reset-request';

/** The state of an account whose every role she could give; null for any other, and for her own. */
export async function findFactorState(viewer: Viewer, accountId: string): Promise<FactorState | null> {
  const account = await findAccount(viewer, accountId);
  if (!account?.mayVouch || account.disabled || account.id === viewer.accountId) return null;
  const [factors, request] = await Promise.all([
    db.secondFactor.findMany({ where: { accountId }, select: { kind: true }, take: 20 }),
    db.secondPair.findFirst({
      where: {
        action: RESET,
        answer: null,
        expiresAt: { gt: new Date() },
        payload: { path: ['accountId'], equals: accountId },
      },
      select: { id: true, askedAt: true, expiresAt: true, askedById: true, askedBy: { select: { displayName: true } } },
    }),
  ]);
  return {
    totp: factors.some(({ kind }) => kind === 'totp'),
    passkeys: factors.filter(({ kind }) => kind === 'passkey').length,
    request: request && {
      id: request.id,
      by: request.askedBy.displayName,
      at: request.askedAt,
      until: request.expiresAt,
      mine: request.askedById === viewer.accountId,
    },
  };
}
