import { createHmac, hkdfSync } from 'node:crypto';
import type { PushKeys } from '@/domain/ground/push-pair';
import { type SealingKey, type SealPlace, seal, unseal } from '@/domain/ground/seal';
import type { Reach } from './subscription';

/**
 * What seals how devices are reached follows from the portal's pair: another pair may tell none of them, so nothing is lost that was
 * worth anything.
 */
const keyOf = ({ private: secret }: PushKeys, use: 'reach' | 'endpoint'): Buffer =>
  Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'base64url'), '', `subscription ${use}`, 32));

/** The name of a pair in the rows that it seals: it tells nothing of the private key. */
export const nameOfPair = ({ public: open }: PushKeys): string =>
  createHmac('sha256', 'pair').update(open).digest('hex').slice(0, 16);

/** By what a device is found again: its endpoint itself stands in no row. */
export const hashOfEndpoint = (endpoint: string, pair: PushKeys): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(createHmac('sha256', keyOf(pair, 'endpoint')).update(endpoint).digest());

const ringOf = (pair: PushKeys): SealingKey => ({ label: nameOfPair(pair), secret: keyOf(pair, 'reach') });
/** A device is known by the hash of its endpoint: what is sealed for one opens in no row of another. */
const placeOf = (endpointHash: Uint8Array, { label }: SealingKey): SealPlace => ({
  table: 'subscription',
  column: 'sealed',
  row: Buffer.from(endpointHash).toString('hex'),
  keyId: label,
});

/** A row of a device: what it is found by, and how it is reached. */
export function sealedDevice(reach: Reach, pair: PushKeys) {
  const key = ringOf(pair);
  const endpointHash = hashOfEndpoint(reach.endpoint, pair);
  const sealed = Uint8Array.from(seal(JSON.stringify(reach), placeOf(endpointHash, key), key));
  return { endpointHash, sealed, pair: key.label };
}

/** How a device is reached; null where the seal is broken, or of another row or pair. */
export function unsealReach(row: { sealed: Uint8Array; endpointHash: Uint8Array }, pair: PushKeys): Reach | null {
  const key = ringOf(pair);
  const text = unseal(row.sealed, placeOf(row.endpointHash, key), key);
  return text === null ? null : JSON.parse(text);
}
