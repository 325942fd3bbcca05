import { type SealingKey, unseal } from '@/domain/ground/seal';
import type { Transaction } from '@/prisma/transaction';

/** Where the secret of an app is sealed: while it is set up to the session, then to the account. */
export type SecretPlace = { table: 'second_factor' | 'factor_challenge'; row: string };

/** The secret that was sealed; null where its key is not in the ring, or the seal is broken. */
export async function openSecret(
  tx: Pick<Transaction, 'encryptionKey'>,
  sealed: { secret: Uint8Array; keyId: string | null },
  place: SecretPlace,
  ring: readonly SealingKey[],
): Promise<string | null> {
  if (!sealed.keyId) return null;
  const name = await tx.encryptionKey.findUnique({ where: { id: sealed.keyId }, select: { label: true } });
  const key = ring.find(({ label }) => label === name?.label);
  return key ? unseal(sealed.secret, { ...place, column: 'secret', keyId: sealed.keyId }, key) : null;
}

/** The secret that waits in a session to be confirmed; null when none does, or its time is over. */
export async function secretWaiting(
  tx: Pick<Transaction, 'encryptionKey' | 'factorChallenge'>,
  sessionId: string,
  ring: readonly SealingKey[],
  now: Date,
): Promise<string | null> {
  const waiting = await tx.factorChallenge.findFirst({
    where: { sessionId, kind: 'totp', expiresAt: { gt: now } },
    select: { secret: true, keyId: true },
  });
  return waiting && openSecret(tx, waiting, { table: 'factor_challenge', row: sessionId }, ring);
}
