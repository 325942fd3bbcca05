import 'server-only';
import { nameOfKey } from '@/domain/consents/sensitive/key-writes';
import { type SealingKey, seal, unseal } from '@/domain/ground/seal';
import { db, transaction } from '@/prisma/client';
import { DIGITS_TABLE } from './member-card';

const BATCH = 500;

/** How many cards that stand have digits sealed with another key than this one. */
export const countDigitsSealedOtherwise = (label: string): Promise<number> =>
  db.memberCard.count({ where: { endedAt: null, key: { label: { not: label } } } });

/**
 * Seals the digits of cards anew with the first key of the ring; says how many, and how many did not open. Of cards that ended none are
 * kept. Killed, it goes on when run again.
 */
export async function resealDigits(ring: readonly SealingKey[]): Promise<{ resealed: number; left: number }> {
  const [current] = ring;
  if (!current) throw new Error('the ring holds no key');
  const keyId = await transaction((tx) => nameOfKey(tx, current.label));
  const done = { resealed: 0, left: 0 };
  for (let after: string | null = null; ; ) {
    const batch = await resealBatch(ring, { key: current, keyId }, after);
    done.resealed += batch.resealed;
    done.left += batch.left;
    if (!batch.last) return done;
    after = batch.last;
  }
}

type Row = { id: string; digits: Uint8Array; keyId: string; label: string };

const resealBatch = (ring: readonly SealingKey[], to: { key: SealingKey; keyId: string }, after: string | null) =>
  transaction(async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT c.id, c.digits, c.key_id AS "keyId", k.label FROM member_card c JOIN encryption_key k ON k.id = c.key_id
      WHERE c.key_id <> ${to.keyId}::uuid AND (${after}::uuid IS NULL OR c.id > ${after}::uuid)
      ORDER BY c.id LIMIT ${BATCH} FOR UPDATE OF c`;
    const sealed = rows.flatMap(({ id, digits, keyId, label }) => {
      const place = { table: DIGITS_TABLE, column: 'digits', row: id };
      const key = ring.find((each) => each.label === label);
      const value = key ? unseal(digits, { ...place, keyId }, key) : null;
      return value === null ? [] : [{ id, digits: seal(value, { ...place, keyId: to.keyId }, to.key).toString('hex') }];
    });
    await tx.$executeRaw`
      UPDATE member_card c SET digits = decode(v.digits, 'hex'), key_id = ${to.keyId}::uuid
      FROM jsonb_to_recordset(${JSON.stringify(sealed)}::jsonb) v (id uuid, digits text) WHERE c.id = v.id`;
    return { resealed: sealed.length, left: rows.length - sealed.length, last: rows.at(-1)?.id ?? null };
  });
