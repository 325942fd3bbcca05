import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import type { SealingKey } from '@/domain/consents/seal';
import { readSensitiveFields, writeSensitiveField } from '@/domain/consents/sensitive-commands';
import { db } from './client';
import { createConsent, createConsentText } from './factories/consents';
import { countSealedOtherwise, resealAll } from './rotate-keys';
import { ringFile } from './sealing-keys';
import { makeMember, makeUnion, makeViewer } from './test-union';

const WOMEN = 3;
let official: Viewer;
let women: string[];
let keys: { old: SealingKey; new: SealingKey };

const makeKey = (label: string): SealingKey => ({ label, secret: randomBytes(32) });
const useRing = (...ring: SealingKey[]) =>
  writeFileSync(ringFile(), ring.map(({ label, secret }) => `${label}:${secret.toString('base64')}\n`).join(''));
const readable = async () => {
  const results = await Promise.all(women.map((id) => readSensitiveFields(official, id)));
  return results.flatMap((result) => (result.ok ? result.value.fields : []));
};

beforeEach(async () => {
  const union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  await db.sensitiveField.deleteMany({});
  if ((await db.consentText.count()) === 0) await createConsentText(db, 'sensitive_data');
  const stamp = randomBytes(4).toString('hex');
  keys = { old: makeKey(`old-${stamp}`), new: makeKey(`new-${stamp}`) };
  useRing(keys.old);
  women = [];
  for (let at = 0; at < WOMEN; at++) {
    const id = await makeMember(union.khuPho5);
    women.push(id);
    await createConsent(db, { id }, 'sensitive_data');
    await writeSensitiveField(official, { personId: id, field: 'ethnicity', values: [`Hoa ${at}`], version: 0 });
  }
});

/** Many sealed rows without the pains of commands: the first woman's field again for women who consent by SQL. */
async function plantMany(count: number): Promise<void> {
  const { seal } = await import('@/domain/consents/seal');
  const key = await db.encryptionKey.findUniqueOrThrow({ where: { label: keys.old.label }, select: { id: true } });
  const unit = await db.person.findFirstOrThrow({ select: { keeperUnitId: true } });
  await db.$executeRaw`
    INSERT INTO person (id, full_name, keeper_unit_id) SELECT app.uuid7(), 'Nhiều Người', ${unit.keeperUnitId}::uuid FROM generate_series(1, ${count}::int)`;
  await db.$executeRaw`
    INSERT INTO consent (id, person_id, text_id, purpose, answer, channel, answered_at)
    SELECT app.uuid7(), p.id, (SELECT id FROM consent_text WHERE purpose = 'sensitive_data' LIMIT 1), 'sensitive_data', 'given', 'paper', now()
    FROM person p WHERE p.full_name = 'Nhiều Người'`;
  const consents = await db.consent.findMany({
    where: { person: { fullName: 'Nhiều Người' } },
    select: { id: true, personId: true },
    take: count,
  });
  await db.sensitiveField.createMany({
    data: consents.map(({ id, personId }) => ({
      personId,
      field: 'religion' as const,
      consentId: id,
      keyId: key.id,
      writtenById: official.accountId,
      sealed: new Uint8Array(
        seal('["không"]', { table: 'sensitive_field', column: 'religion', personId, keyId: key.id }, keys.old),
      ),
    })),
  });
}

describe('a rotation of keys', () => {
  test('seals everything with the new key; the old one is retired and no longer needed', async () => {
    useRing(keys.new, keys.old);
    const before = await readable();
    expect(await countSealedOtherwise(keys.new.label)).toBe(WOMEN);
    const rotation = await resealAll([keys.new, keys.old]);
    expect(rotation).toMatchObject({ resealed: WOMEN, left: [] });
    expect(rotation.retired).toContain(keys.old.label);
    expect(rotation.inUse).toEqual([keys.new.label]);
    useRing(keys.new);
    expect(await readable()).toEqual(before);
    const old = await db.encryptionKey.findUniqueOrThrow({ where: { label: keys.old.label } });
    expect(old.retiredAt).not.toBeNull();
  });

  test('killed in the middle it leaves everything readable, and run again it goes on to the end', async () => {
    await plantMany(1_200);
    useRing(keys.new, keys.old);
    const ring = [keys.new, keys.old];
    await expect(
      resealAll(ring, () => {
        throw new Error('killed');
      }),
    ).rejects.toThrow('killed');
    expect(await countSealedOtherwise(keys.new.label)).toBe(1_200 + WOMEN - 500);
    expect((await readable()).every((field) => 'values' in field)).toBe(true);
    const rotation = await resealAll(ring);
    expect(rotation).toMatchObject({ resealed: 1_200 + WOMEN - 500, left: [] });
    expect(rotation.retired).toContain(keys.old.label);
    expect(await countSealedOtherwise(keys.new.label)).toBe(0);
    useRing(keys.new);
    expect((await readable()).every((field) => 'values' in field)).toBe(true);
  });

  test('a field whose key is not in the ring is left as it is and named, and that key is not retired', async () => {
    const rotation = await resealAll([keys.new]);
    expect(rotation.resealed).toBe(0);
    expect(rotation.left.map(({ label }) => label)).toEqual(Array(WOMEN).fill(keys.old.label));
    expect(rotation.inUse).toContain(keys.old.label);
    expect((await readable()).every((field) => 'values' in field)).toBe(true);
  });

  test('a sealing with the old key during the rotation is found by the next one, and names its key again', async () => {
    const ring = [keys.new, keys.old];
    await resealAll(ring);
    useRing(keys.old, keys.new);
    const [id = ''] = women;
    await writeSensitiveField(official, { personId: id, field: 'religion', values: ['không'], version: 0 });
    const named = await db.encryptionKey.findUniqueOrThrow({ where: { label: keys.old.label } });
    expect(named.retiredAt).toBeNull();
    expect(await resealAll(ring)).toMatchObject({ resealed: 1 });
  });
});
