import 'server-only';
import type { Opening } from '@/domain/audit-draft';
import { type SealingKey, seal, unseal } from '@/domain/ground/seal';
import { beginOpening } from '@/domain/opening-writes';
import { askRows } from '@/domain/people/phones/number-queries';
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
  const opening = await openChange(currentId);
  let last: string | undefined;
  while (opening) {
    const women = await womenBehind(currentId, last);
    last = women.at(-1);
    // whose fields another key seals meanwhile, beyond those that the entry says, are for the next run
    if (!last || (await askRows(opening, women)) === 0) break;
    await resealBatch({ ring, current, currentId, opening }, rotation);
    await afterBatch(rotation.resealed);
  }
  await retireKeys(currentId, rotation);
  return rotation;
}

/** A field as the door hands it out. */
type Row = { personId: string; field: SensitiveName; sealed: Uint8Array; keyId: string; label: string };
type Change = { ring: readonly SealingKey[]; current: SealingKey; currentId: string; opening: Opening };

/** Says in the trail of how many women (`rows`) how many fields (`count`) are handed out for this key; null where there are none. */
const openChange = (currentId: string): Promise<Opening | null> =>
  transaction(async (tx) => {
    const [change] = await tx.$queryRaw<{ rows: number; count: number }[]>`
      SELECT count(DISTINCT s.person_id)::int AS rows, count(*)::int AS count FROM sensitive_field s WHERE s.key_id <> ${currentId}::uuid`;
    if (!change?.rows) return null;
    const entry = { verb: 'changed', action: 'changeKeys', subjectType: 'key', subjectId: currentId } as const;
    return beginOpening(tx, null, { ...entry, change });
  });

/** The next women behind one whose fields another key seals: the door hands out all of theirs at once. */
async function womenBehind(currentId: string, last: string | undefined): Promise<string[]> {
  const women = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT s.person_id AS id FROM sensitive_field s WHERE s.key_id <> ${currentId}::uuid
      AND (${last ?? null}::uuid IS NULL OR s.person_id > ${last ?? null}::uuid) ORDER BY 1 LIMIT ${BATCH}::int`;
  return women.map(({ id }) => id);
}

async function resealBatch({ ring, current, currentId, opening }: Change, rotation: Rotation): Promise<void> {
  const { done, left } = await transaction(async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT s.person_id AS "personId", s.field, s.sealed, s.key_id AS "keyId", s.label
      FROM app.sealed_otherwise(${opening.entryId}::uuid, ${opening.key}::bytea) s`;
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
    return { done: done.length, left };
  });
  rotation.resealed += done;
  rotation.left.push(...left);
}

/** Locks each name against a sealing under way, which would name it again; then retires what no table refers to. */
async function retireKeys(currentId: string, rotation: Rotation): Promise<void> {
  await transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM encryption_key WHERE id <> ${currentId}::uuid ORDER BY id FOR UPDATE`;
    await tx.$executeRaw`
      UPDATE encryption_key k SET retired_at = now() WHERE k.id <> ${currentId}::uuid AND k.retired_at IS NULL
        AND NOT EXISTS (SELECT FROM sensitive_field s WHERE s.key_id = k.id)
        AND NOT EXISTS (SELECT FROM second_factor f WHERE f.key_id = k.id)
        AND NOT EXISTS (SELECT FROM member_card c WHERE c.key_id = k.id)`;
    const keys = await tx.encryptionKey.findMany({
      orderBy: { createdAt: 'asc' },
      select: { label: true, retiredAt: true },
      take: 1000,
    });
    rotation.retired = keys.filter(({ retiredAt }) => retiredAt).map(({ label }) => label);
    rotation.inUse = keys.filter(({ retiredAt }) => !retiredAt).map(({ label }) => label);
  });
}
