import 'server-only';
import { type SealingKey, seal, unseal } from '@/domain/ground/seal';
import { db, transaction } from '@/prisma/client';
import { nameOfKey } from './key-writes';
import { SEALED_TABLE } from './sealed-rows';
import type { SensitiveName } from './sensitive';

const BATCH = 500;

export type Rotation = {
  /** fields now sealed with the current key that were not before */
  resealed: number;
  /** fields left as they were: their key is not in the ring, or their seal is broken */
  left: { personId: string; field: string; label: string }[];
  /** keys that nothing is sealed with any more: they may be destroyed, once no backup needs them */
  retired: string[];
  /** keys something is still sealed with */
  inUse: string[];
};

/** How many fields are sealed with another key than this one. */
export const countSealedOtherwise = (label: string): Promise<number> =>
  db.sensitiveField.count({ where: { key: { label: { not: label } } } });

/**
 * Seals everything anew with the first key of the ring, then retires keys that nothing needs. Killed at any moment it
 * leaves every field readable, and goes on when run again. `afterBatch` is told how far it came.
 */
export async function resealAll(
  ring: readonly SealingKey[],
  afterBatch: (resealed: number) => void | Promise<void> = () => {},
): Promise<Rotation> {
  const [current] = ring;
  if (!current) throw new Error('the ring holds no key');
  const rotation: Rotation = { resealed: 0, left: [], retired: [], inUse: [] };
  const currentId = await transaction((tx) => nameOfKey(tx, current.label));
  let last: Row | undefined;
  do {
    const rows = await resealBatch(ring, current, currentId, last, rotation);
    last = rows.at(-1);
    if (last) await afterBatch(rotation.resealed);
  } while (last);
  await retireKeys(currentId, rotation);
  return rotation;
}

type Row = { personId: string; field: SensitiveName; sealed: Uint8Array; keyId: string; label: string };

function resealBatch(
  ring: readonly SealingKey[],
  current: SealingKey,
  currentId: string,
  last: Row | undefined,
  rotation: Rotation,
): Promise<Row[]> {
  return transaction(async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT s.person_id AS "personId", s.field, s.sealed, s.key_id AS "keyId", s.label
      FROM app.sealed_otherwise(${currentId}::uuid, ${last?.personId ?? null}::uuid, ${last?.field ?? null}::sensitive_field_name, ${BATCH}::int) s`;
    const done: { personId: string; field: string; sealed: string }[] = [];
    const left: Rotation['left'] = [];
    for (const { personId, field, sealed, keyId, label } of rows) {
      const place = { table: SEALED_TABLE, column: field, row: personId };
      const key = ring.find((each) => each.label === label);
      const value = key ? unseal(sealed, { ...place, keyId }, key) : null;
      if (value === null) left.push({ personId, field, label });
      else done.push({ personId, field, sealed: seal(value, { ...place, keyId: currentId }, current).toString('hex') });
    }
    await tx.$executeRaw`
      UPDATE sensitive_field s SET sealed = decode(v.sealed, 'hex'), key_id = ${currentId}::uuid
      FROM jsonb_to_recordset(${JSON.stringify(done)}::jsonb) v ("personId" uuid, field sensitive_field_name, sealed text)
      WHERE s.person_id = v."personId" AND s.field = v.field`;
    return { rows, done: done.length, left };
  }).then(({ rows, done, left }) => {
    rotation.resealed += done;
    rotation.left.push(...left);
    return rows;
  });
}

/** Locks each name against a sealing under way, which would name it again; then retires what neither table refers to. */
async function retireKeys(currentId: string, rotation: Rotation): Promise<void> {
  await transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM encryption_key WHERE id <> ${currentId}::uuid ORDER BY id FOR UPDATE`;
    await tx.$executeRaw`
      UPDATE encryption_key k SET retired_at = now() WHERE k.id <> ${currentId}::uuid AND k.retired_at IS NULL
        AND NOT EXISTS (SELECT FROM sensitive_field s WHERE s.key_id = k.id)
        AND NOT EXISTS (SELECT FROM second_factor f WHERE f.key_id = k.id)`;
    const keys = await tx.encryptionKey.findMany({
      orderBy: { createdAt: 'asc' },
      select: { label: true, retiredAt: true },
      take: 1000,
    });
    rotation.retired = keys.filter(({ retiredAt }) => retiredAt).map(({ label }) => label);
    rotation.inUse = keys.filter(({ retiredAt }) => !retiredAt).map(({ label }) => label);
  });
}
