import { hash, verify } from '@node-rs/argon2';
import pLimit from 'p-limit';
import { type SealingKey, seal, unseal } from '@/domain/ground/seal';
import { DIGITS_TABLE } from './member-card';

/** Argon2id with 64 MiB and three passes, as for passwords. */
const ARGON2 = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;
/** One at once: many cards that are opened together wait a moment, and signing in keeps its memory. */
const oneAtOnce = pLimit(1);

const WAITING_MAX = 20;

/** So many wait to be looked at that no more are taken just now: nobody queues the portal's memory full. */
export const areTooManyWaiting = (): boolean => oneAtOnce.pendingCount >= WAITING_MAX;

const placeOf = (cardId: string, keyId: string) => ({ table: DIGITS_TABLE, column: 'digits', row: cardId, keyId });

/**
 * What is kept of her digits: a slow hash, sealed for its card. A million digits are soon tried against a hash alone, so that a copy of the
 * database must not be enough.
 */
export async function sealDigits(
  digits: string,
  { cardId, keyId, key }: { cardId: string; keyId: string; key: SealingKey },
): Promise<Uint8Array<ArrayBuffer>> {
  const hashed = await oneAtOnce(() => hash(digits, ARGON2));
  return new Uint8Array(seal(hashed, placeOf(cardId, keyId), key));
}

/** Are these her digits? No as well where the key is not in the ring, or the seal is broken. */
export async function areDigits(
  digits: string,
  { sealed, cardId, keyId, key }: { sealed: Uint8Array; cardId: string; keyId: string; key: SealingKey | undefined },
): Promise<boolean> {
  const hashed = key && unseal(sealed, placeOf(cardId, keyId), key);
  return hashed ? oneAtOnce(() => verify(hashed, digits)) : false;
}
