import { nameOfKey } from '@/domain/consents/sensitive/key-writes';
import { type SealingKey, seal } from '@/domain/ground/seal';
import type { Transaction } from '@/prisma/transaction';
import type { SecretPlace } from './sealed-secrets';

type Sealed = { secret: Uint8Array<ArrayBuffer>; keyId: string };

/** Seals a secret with the portal's current key; null where the portal has none. */
export async function sealSecret(
  tx: Transaction,
  secret: string,
  place: SecretPlace,
  [key]: readonly SealingKey[],
): Promise<Sealed | null> {
  if (!key) return null;
  const keyId = await nameOfKey(tx, key.label);
  return { secret: new Uint8Array(seal(secret, { ...place, column: 'secret', keyId }, key)), keyId };
}
