import { nameOfKey } from '@/domain/consents/sensitive/key-writes';
import { type SealingKey, seal, unseal } from '@/domain/ground/seal';
import type { Transaction } from '@/prisma/transaction';

/** Where the secret of an app is sealed: while it is set up to the session, then to the account. */
type Place = { table: 'second_factor' | 'factor_challenge'; row: string };
type Sealed = { secret: Uint8Array<ArrayBuffer>; keyId: string };

/** Seals a secret with the portal's current key; null where the portal has none. */
export async function sealSecret(
  tx: Transaction,
  secret: string,
  place: Place,
  [key]: readonly SealingKey[],
): Promise<Sealed | null> {
  if (!key) return null;
  const keyId = await nameOfKey(tx, key.label);
  return { secret: new Uint8Array(seal(secret, { ...place, column: 'secret', keyId }, key)), keyId };
}

/** The secret that was sealed; null where its key is not in the ring, or the seal is broken. */
export async function openSecret(
  tx: Transaction,
  sealed: { secret: Uint8Array; keyId: string | null },
  place: Place,
  ring: readonly SealingKey[],
): Promise<string | null> {
  if (!sealed.keyId) return null;
  const name = await tx.encryptionKey.findUnique({ where: { id: sealed.keyId }, select: { label: true } });
  const key = ring.find(({ label }) => label === name?.label);
  return key ? unseal(sealed.secret, { ...place, column: 'secret', keyId: sealed.keyId }, key) : null;
}

/** The secret that waits in a session to be confirmed; null when none does, or its time is over. */
export async function secretWaiting(
  tx: Transaction,
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
