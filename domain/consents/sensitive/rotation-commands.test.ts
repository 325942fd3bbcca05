import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import type { SealingKey } from '@/domain/ground/seal';
import { ringFile, sealingKeys } from '@/domain/ground/sealing-keys';
import { db } from '@/prisma/client';
import { createConsent, createConsentText } from '@/test/factories/consents';
import { makeMember, makeUnion, makeViewer } from '@/test/union';
import { countSealedOtherwise, resealAll } from './rotation-commands';
import type { SensitiveName } from './sensitive';
import { readSensitive, writeSensitive } from './sensitive-commands';

const WOMEN = 3;
let official: Viewer;
let women: string[];
let keys: { old: SealingKey; new: SealingKey };

const makeKey = (label: string): SealingKey => ({ label, secret: randomBytes(32) });
const useRing = (...ring: SealingKey[]) =>
  writeFileSync(ringFile(), ring.map(({ label, secret }) => `${label}:${secret.toString('base64')}\n`).join(''));
const readable = async () => {
  const results = await Promise.all(women.map((id) => readSensitive(official, id)));
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
    await writeSensitive(official, { personId: id, field: 'ethnicity', values: [`Hoa ${at}`], version: 0 });
  }
});

/** Runs the command; killed at once when a line says so. Answers with what it said. */
function runChange(killAt: (line: string) => boolean): Promise<string> {
  const program = ['--conditions=react-server', '--import', 'tsx', 'scripts/product/change-keys.ts', '--alone'];
  const command = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  command.stdout.on('data', (words: Buffer) => {
    said += words;
    if (said.split('\n').some(killAt)) command.kill('SIGKILL');
  });
  return new Promise((done) => command.on('close', () => done(said)));
}

/** Many sealed rows without the pains of commands: the first woman's field again for women who consent by SQL. */
async function plantMany(count: number, ...fields: SensitiveName[]): Promise<void> {
  const crowd = `Nhiều Người ${count}`;
  const { seal } = await import('@/domain/ground/seal');
  const key = await db.encryptionKey.findUniqueOrThrow({ where: { label: keys.old.label }, select: { id: true } });
  const unit = await db.person.findFirstOrThrow({ select: { keeperUnitId: true } });
  await db.$executeRaw`
    INSERT INTO person (id, full_name, keeper_unit_id) SELECT app.uuid7(), ${crowd}, ${unit.keeperUnitId}::uuid FROM generate_series(1, ${count}::int)`;
  await db.$executeRaw`
    INSERT INTO consent (id, person_id, text_id, purpose, answer, channel, answered_at)
    SELECT app.uuid7(), p.id, (SELECT id FROM consent_text WHERE purpose = 'sensitive_data' LIMIT 1), 'sensitive_data', 'given', 'paper', now()
    FROM person p WHERE p.full_name = ${crowd}`;
  const consents = await db.consent.findMany({
    where: { person: { fullName: crowd } },
    select: { id: true, personId: true },
    take: count,
  });
  await db.sensitiveField.createMany({
    data: consents.flatMap(({ id, personId }) =>
      fields.map((field) => ({
        personId,
        field,
        consentId: id,
        keyId: key.id,
        writtenById: official.accountId,
        sealed: new Uint8Array(
          seal('["không"]', { table: 'sensitive_field', column: field, row: personId, keyId: key.id }, keys.old),
        ),
      })),
    ),
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

  test('broken off in the middle it leaves everything readable, and run again it goes on to the end', async () => {
    await plantMany(1_200, 'religion');
    useRing(keys.new, keys.old);
    const ring = [keys.new, keys.old];
    const breakOff = () => Promise.reject(new Error('broken off'));
    await expect(resealAll(ring, breakOff)).rejects.toThrow('broken off');
    expect(await countSealedOtherwise(keys.new.label)).toBe(1_200 + WOMEN - 500);
    expect((await readable()).every((field) => 'values' in field)).toBe(true);
    const rotation = await resealAll(ring);
    expect(rotation).toMatchObject({ resealed: 1_200 + WOMEN - 500, left: [] });
    expect(rotation.retired).toContain(keys.old.label);
    useRing(keys.new);
    expect((await readable()).every((field) => 'values' in field)).toBe(true);
  });

  test('hands out all fields of a woman at once, and says in the trail of how many women and how many fields', async () => {
    await db.sensitiveField.deleteMany({});
    await plantMany(600, 'disability', 'ethnicity', 'religion');
    const batches: number[] = [];
    const rotation = await resealAll([keys.new, keys.old], (sealed) => void batches.push(sealed));
    expect(batches).toEqual([1_500, 1_800]);
    expect(rotation).toMatchObject({ resealed: 1_800, left: [] });
    expect(await countSealedOtherwise(keys.new.label)).toBe(0);
    const { id: subjectId } = await db.encryptionKey.findUniqueOrThrow({ where: { label: keys.new.label } });
    const entry = await db.auditEntry.findFirstOrThrow({ where: { subjectId, action: 'changeKeys' } });
    expect(entry.change).toEqual({ rows: 600, count: 1_800 });
  });

  test('the command, killed while it seals, finishes the same change when it is run again and adds no second key', async () => {
    await plantMany(1_800, 'religion');
    await runChange((line) => line.startsWith('500 fields'));
    const ring = sealingKeys();
    expect(ring).toHaveLength(2);
    expect(await countSealedOtherwise(ring[0]?.label ?? '')).toBeGreaterThan(0);
    expect((await readable()).every((field) => 'values' in field)).toBe(true);
    const said = await runChange(() => false);
    expect(said).toContain('Going on');
    expect(said).toContain(`No longer needed, once no backup holds fields sealed with them:`);
    expect(sealingKeys()).toEqual(ring);
    expect(await countSealedOtherwise(ring[0]?.label ?? '')).toBe(0);
    const old = await db.encryptionKey.findUniqueOrThrow({ where: { label: keys.old.label } });
    expect(old.retiredAt).not.toBeNull();
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
    await writeSensitive(official, { personId: id, field: 'religion', values: ['không'], version: 0 });
    const named = await db.encryptionKey.findUniqueOrThrow({ where: { label: keys.old.label } });
    expect(named.retiredAt).toBeNull();
    expect(await resealAll(ring)).toMatchObject({ resealed: 1 });
  });
});
