import type { Viewer } from '@/domain/access/viewer';
import type { Opening } from '@/domain/audit-draft';
import { type SealingKey, unseal } from '@/domain/ground/seal';
import { db } from '@/prisma/client';
import { SEALED_TABLE } from './sealed-rows';
import type { OpenedField, SensitiveName, SensitiveValue } from './sensitive';

type Sealed = { personId: string; field: SensitiveName; sealed: Uint8Array; keyId: string; label: string };

/**
 * The sealed fields that an entry of the trail names, opened where the key is in the ring. The database hands them out once the entry is
 * kept, and looks itself whether its account may read them (0245).
 */
export async function openFields(
  viewer: Viewer,
  { entryId, key: own }: Opening,
  ring: readonly SealingKey[],
): Promise<OpenedField[]> {
  const rows = await db.$queryRaw<Sealed[]>`
    SELECT s.person_id AS "personId", s.field, s.sealed, s.key_id AS "keyId", s.label
    FROM app.sealed_fields_of(${viewer.accountId}::uuid, ${entryId}::uuid, ${own}::bytea) s`;
  return opened(rows, ring);
}

/** The same that a woman reads by her card, as long as its ten minutes last. */
export async function openFieldsByCard(token: string, ring: readonly SealingKey[]): Promise<OpenedField[]> {
  const rows = await db.$queryRaw<Sealed[]>`
    SELECT s.person_id AS "personId", s.field, s.sealed, s.key_id AS "keyId", s.label FROM app.sealed_fields_by_card(${token}) s`;
  return opened(rows, ring);
}

const opened = (rows: readonly Sealed[], ring: readonly SealingKey[]) =>
  rows.map(({ field, sealed, label, personId: row, keyId }): OpenedField => {
    const key = ring.find((each) => each.label === label);
    if (!key) return { field, shut: 'key-missing' };
    const value = unseal(sealed, { table: SEALED_TABLE, column: field, row, keyId }, key);
    return value === null ? { field, shut: 'unreadable' } : { field, values: JSON.parse(value) as SensitiveValue };
  });
