import type { Transaction } from '@/prisma/transaction';
import { tokenHash } from '../token';
import { rolesHeld } from './factor-writes';
import { DEVICE_TOKENS_MAX, mayBeRemembered, rememberedUntil } from './second-factor';

/** Is one of these tokens that of a device remembered for the account? It is noted that it was used; an administrator's never is. */
export async function noteRememberedDevice(
  tx: Transaction,
  accountId: string,
  tokens: readonly string[],
): Promise<boolean> {
  const hashes = tokens.slice(0, DEVICE_TOKENS_MAX).map(tokenHash);
  if (hashes.length === 0 || !mayBeRemembered(await rolesHeld(tx, accountId))) return false;
  const { count } = await tx.rememberedDevice.updateMany({
    where: { accountId, tokenHash: { in: hashes }, expiresAt: { gt: new Date() } },
    data: { lastUsedAt: new Date() },
  });
  return count > 0;
}

type NewDevice = { accountId: string; token: string; agent: string | null };

/** Remembers a device for an account; false where that is not done for her roles. What is over goes on this occasion. */
export async function rememberDevice(tx: Transaction, { accountId, token, agent }: NewDevice): Promise<boolean> {
  if (!mayBeRemembered(await rolesHeld(tx, accountId))) return false;
  await tx.rememberedDevice.deleteMany({ where: { accountId, expiresAt: { lte: new Date() } } });
  await tx.rememberedDevice.create({
    data: {
      accountId,
      tokenHash: tokenHash(token),
      agent: agent?.slice(0, 300) ?? null,
      expiresAt: rememberedUntil(new Date()),
    },
    select: { id: true },
  });
  return true;
}

/** All devices of an account are forgotten: the second factor is asked for everywhere. Called by whatever changes how she signs in. */
export async function forgetDevices(tx: Transaction, accountId: string): Promise<void> {
  await tx.rememberedDevice.deleteMany({ where: { accountId } });
}
