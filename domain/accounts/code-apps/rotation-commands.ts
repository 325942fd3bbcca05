import 'server-only';
import { nameOfKey } from '@/domain/consents/sensitive/key-writes';
import { type SealingKey, seal, unseal } from '@/domain/ground/seal';
import { db, transaction } from '@/prisma/client';

const BATCH = 500;
const TABLE = 'second_factor';

/** How many secrets of apps are sealed with another key than this one. */
export const countSecretsSealedOtherwise = (label: string): Promise<number> =>
  db.secondFactor.count({ where: { kind: 'totp', key: { label: { not: label } } } });

/**
 * Seals the secrets of apps anew with the first key of the ring; says how many, and how many did not open. An app that is being set up is
 * begun again. Killed, it goes on when run again.
 */
export async function resealSecrets(ring: readonly SealingKey[]): Promise<{ resealed: number; left: number }> {
  const [current] = ring;
  if (!current) throw new Error('the ring holds no key');
  const keyId = await transaction((tx) => nameOfKey(tx, current.label));
  await db.factorChallenge.deleteMany({ where: { keyId: { not: keyId } } });
  const done = { resealed: 0, left: 0 };
  for (let after: string | null = null; ; ) {
    const batch = await resealBatch(ring, { key: current, keyId }, after);
    done.resealed += batch.resealed;
    done.left += batch.left;
    if (!batch.last) return done;
    after = batch.last;
  }
}

type Row = { id: string; accountId: string; secret: Uint8Array; keyId: string; label: string };

const resealBatch = (ring: readonly SealingKey[], to: { key: SealingKey; keyId: string }, after: string | null) =>
  transaction(async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT f.id, f.account_id AS "accountId", f.secret, f.key_id AS "keyId", k.label
      FROM second_factor f JOIN encryption_key k ON k.id = f.key_id
      WHERE f.key_id <> ${to.keyId}::uuid AND (${after}::uuid IS NULL OR f.id > ${after}::uuid)
      ORDER BY f.id LIMIT ${BATCH} FOR UPDATE OF f`;
    const sealed = rows.flatMap(({ id, accountId, secret, keyId, label }) => {
      const place = { table: TABLE, column: 'secret', row: accountId };
      const key = ring.find((each) => each.label === label);
      const value = key ? unseal(secret, { ...place, keyId }, key) : null;
      return value === null ? [] : [{ id, secret: seal(value, { ...place, keyId: to.keyId }, to.key).toString('hex') }];
    });
    await tx.$executeRaw`
      UPDATE second_factor f SET secret = decode(v.secret, 'hex'), key_id = ${to.keyId}::uuid
      FROM jsonb_to_recordset(${JSON.stringify(sealed)}::jsonb) v (id uuid, secret text) WHERE f.id = v.id`;
    return { resealed: sealed.length, left: rows.length - sealed.length, last: rows.at(-1)?.id ?? null };
  });
