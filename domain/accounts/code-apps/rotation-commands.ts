import 'server-only';
import { type Resealed, resealColumn, type SealedRow } from '@/domain/consents/sensitive/reseal-writes';
import type { SealingKey } from '@/domain/ground/seal';
import { db, transaction } from '@/prisma/client';

/** How many secrets of apps are sealed with another key than this one. */
export const countSecretsSealedOtherwise = (label: string): Promise<number> =>
  db.secondFactor.count({ where: { kind: 'totp', key: { label: { not: label } } } });

/** Seals the secrets of apps anew with the first key of the ring (`resealColumn`). An app that is being set up is begun again. */
export async function resealSecrets(ring: readonly SealingKey[]): Promise<Resealed> {
  const [current] = ring;
  if (current) await db.factorChallenge.deleteMany({ where: { key: { label: { not: current.label } } } });
  return resealColumn(transaction, ring, {
    table: 'second_factor',
    column: 'secret',
    next: (tx, { keyId, after, take }) => tx.$queryRaw<SealedRow[]>`
      SELECT f.id, f.account_id AS row, f.secret AS sealed, f.key_id AS "keyId", k.label
      FROM second_factor f JOIN encryption_key k ON k.id = f.key_id
      WHERE f.key_id <> ${keyId}::uuid AND (${after}::uuid IS NULL OR f.id > ${after}::uuid)
      ORDER BY f.id LIMIT ${take} FOR UPDATE OF f`,
    keep: (tx, { keyId, sealed }) => tx.$executeRaw`
      UPDATE second_factor f SET secret = decode(v.sealed, 'hex'), key_id = ${keyId}::uuid
      FROM jsonb_to_recordset(${sealed}::jsonb) v (id uuid, sealed text) WHERE f.id = v.id`,
  });
}
