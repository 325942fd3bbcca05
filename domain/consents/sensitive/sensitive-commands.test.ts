import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { seal } from '@/domain/ground/seal';
import { ringFile } from '@/domain/ground/sealing-keys';
import { db } from '@/prisma/client';
import { createConsent, createConsentText } from '@/test/factories/consents';
import { ownerReads } from '@/test/owner';
import { makeMember, makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { withdrawConsent } from '../consent-commands';
import type { SensitiveName } from './sensitive';
import { dropSensitive, readSensitive, writeSensitive } from './sensitive-commands';
import { findSensitiveOverview } from './sensitive-queries';

let union: TestUnion;
let official: Viewer;
let province: Viewer;
const first = { label: 'first', secret: randomBytes(32) };

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  province = await makeViewer('province_official', union.province);
  for (const purpose of ['sensitive_data', 'record_keeping'] as const) await createConsentText(db, purpose);
});
beforeEach(() => writeFileSync(ringFile(), `first:${first.secret.toString('base64')}\n`));

async function consenting(): Promise<string> {
  const id = await makeMember(union.khuPho5, 'Thị Nhạy Cảm');
  await createConsent(db, { id }, 'sensitive_data');
  return id;
}
const write = (personId: string, values: string[], field: SensitiveName = 'ethnicity', version = 0, by = official) =>
  writeSensitive(by, { personId, field, values, version });
const opened = async (personId: string, by = official) => {
  const result = await readSensitive(by, personId);
  return result.ok ? result.value.fields : result.problem;
};
const withdraw = (personId: string) =>
  withdrawConsent(official, { personId, purpose: 'sensitive_data', channel: 'phone', day: today() });
/** As the table holds it. */
async function sealedOf(personId: string, field: SensitiveName): Promise<Buffer<ArrayBuffer>> {
  const [row] = await ownerReads<{ sealed: Buffer<ArrayBuffer> }>(
    'SELECT sealed FROM sensitive_field WHERE person_id = $1 AND field = $2',
    [personId, field],
  );
  return row?.sealed ?? expect.unreachable();
}
const rowsOf = (personId: string) => db.sensitiveField.count({ where: { personId } });

describe('sensitive fields', () => {
  test('need a consent of their own: none of another purpose, none refused, none lapsed', async () => {
    const id = await makeMember(union.khuPho5);
    await createConsent(db, { id }, 'record_keeping');
    expect(await write(id, ['Hoa'])).toEqual({ ok: false, problem: 'no-consent' });
    await createConsent(db, { id }, 'sensitive_data', { answer: 'refused', at: '2026-02-01T00:00:00Z' });
    expect(await write(id, ['Hoa'])).toEqual({ ok: false, problem: 'no-consent' });
    await createConsent(db, { id }, 'sensitive_data', { at: '2026-03-01T00:00:00Z', until: '2026-04-01' });
    expect(await write(id, ['Hoa'])).toEqual({ ok: false, problem: 'no-consent' });
    expect(await opened(id)).toBe('no-consent');
    expect(await findSensitiveOverview(official, id)).toMatchObject({ consented: false });
  });

  test('are written sealed and opened by who keeps her record; a later version is not overwritten unawares', async () => {
    const id = await consenting();
    expect((await write(id, ['elderly', 'ethnic_minority'], 'priority_groups')).ok).toBe(true);
    expect((await write(id, ['Xtiêng'])).ok).toBe(true);
    expect((await sealedOf(id, 'ethnicity')).toString('utf8')).not.toContain('Xtiêng');
    expect(await write(id, ['Kinh'])).toMatchObject({ problem: 'changed-meanwhile', detail: { version: '1' } });
    expect((await write(id, ['Mạ'], 'ethnicity', 1)).ok).toBe(true);
    for (const viewer of [official, province])
      expect(await opened(id, viewer)).toEqual([
        { field: 'ethnicity', values: ['Mạ'] },
        { field: 'priority_groups', values: ['elderly', 'ethnic_minority'] },
      ]);
    expect((await findSensitiveOverview(official, id))?.rows.filter(({ held }) => held)).toHaveLength(2);
    const gone = { personId: id, field: 'ethnicity' as const };
    expect(await dropSensitive(official, { ...gone, version: 1 })).toMatchObject({
      problem: 'changed-meanwhile',
      detail: { version: '2' },
    });
    expect((await dropSensitive(official, { ...gone, version: 2 })).ok).toBe(true);
    expect(await rowsOf(id)).toBe(1);
  });

  test('each reading is in the trail with the names of the fields and none of their values; looking at the list is none', async () => {
    const id = await consenting();
    await write(id, ['Phật giáo'], 'religion');
    await findSensitiveOverview(official, id);
    const readings = () => db.auditEntry.findMany({ where: { subjectId: id, verb: 'read' }, take: 9 });
    expect(await readings()).toEqual([]);
    await opened(id);
    await opened(id, province);
    expect(await readings()).toMatchObject([
      { actorId: official.accountId, action: 'readSensitive', change: { fields: ['religion'] } },
      { actorId: province.accountId },
    ]);
    const all = await db.auditEntry.findMany({ where: { subjectId: id }, take: 9 });
    expect(JSON.stringify(all)).not.toContain('Phật');
  });

  test('are there for nobody else: neighbour, head, reader, and an official of a unit she only belongs to', async () => {
    const id = await consenting();
    await write(id, ['Hoa']);
    const membership = { personId: id, unitId: union.ongHuong.id, validFrom: new Date('2026-01-01') };
    await db.membership.create({ data: membership, select: { id: true } });
    const others: [Viewer, string][] = [
      [await makeViewer('commune_official', union.trangDai), id],
      [await makeViewer('sub_association_head', union.khuPho5), id],
      [await makeViewer('viewer', union.longHung), id],
      [await makeViewer('system_administrator', union.province), id],
      [official, nothing],
    ];
    for (const [viewer, personId] of others) {
      expect(await opened(personId, viewer)).toBe('not-found');
      expect(await write(personId, ['Kinh'], 'ethnicity', 1, viewer)).toEqual({ ok: false, problem: 'not-found' });
      const drop = { personId, field: 'ethnicity' as const, version: 1 };
      expect(await dropSensitive(viewer, drop)).toEqual({ ok: false, problem: 'not-found' });
      expect(await findSensitiveOverview(viewer, personId)).toBeNull();
    }
    expect(await db.auditEntry.count({ where: { subjectId: id, verb: 'read' } })).toBe(0);
  });

  test('go with the consent, in the transaction of its withdrawal; a new consent brings nothing back', async () => {
    const id = await consenting();
    await write(id, ['Tày']);
    expect((await withdraw(id)).ok).toBe(true);
    expect(await rowsOf(id)).toBe(0);
    expect(await opened(id)).toBe('no-consent');
    await createConsent(db, { id }, 'sensitive_data', { at: new Date(Date.now() + 1000).toISOString() });
    expect(await opened(id)).toEqual([]);
  });

  test('a withdrawal and a writing at once leave nothing behind, whoever is first', async () => {
    for (let round = 0; round < 8; round++) {
      const id = await consenting();
      await Promise.all([write(id, ['Nùng']), withdraw(id), write(id, ['Cơ Đốc'], 'religion')]);
      expect(await rowsOf(id)).toBe(0);
    }
  });

  test('the database seals nothing without a standing consent, whoever writes', async () => {
    const [id, other] = [await consenting(), await consenting()];
    await write(other, ['Hoa']);
    const place = { personId_field: { personId: other, field: 'ethnicity' as const } };
    const row = await db.sensitiveField.findUniqueOrThrow({ where: place, omit: { sealed: true } });
    const data = { ...row, personId: id, sealed: await sealedOf(other, 'ethnicity') };
    await expect(db.sensitiveField.create({ data, select: { version: true } })).rejects.toThrow(/consent/);
  });
});

describe('the seal in the database', () => {
  test('ciphertexts swapped between women or fields do not open, the others do', async () => {
    const [one, other] = [await consenting(), await consenting()];
    await write(one, ['Hoa']);
    await write(one, ['Phật giáo'], 'religion');
    await write(other, ['Chăm']);
    const put = (personId: string, field: SensitiveName, sealed: Uint8Array<ArrayBuffer>) =>
      db.sensitiveField.update({
        where: { personId_field: { personId, field } },
        data: { sealed },
        select: { version: true },
      });
    await put(one, 'ethnicity', await sealedOf(other, 'ethnicity'));
    expect(await opened(one)).toEqual([
      { field: 'ethnicity', shut: 'unreadable' },
      { field: 'religion', values: ['Phật giáo'] },
    ]);
    await put(one, 'ethnicity', await sealedOf(one, 'religion'));
    expect(await opened(one)).toContainEqual({ field: 'ethnicity', shut: 'unreadable' });
    const turned = Buffer.from(await sealedOf(other, 'ethnicity'));
    turned.writeUInt8(turned.readUInt8(20) ^ 1, 20);
    await put(other, 'ethnicity', new Uint8Array(turned));
    expect(await opened(other)).toEqual([{ field: 'ethnicity', shut: 'unreadable' }]);
  });

  test('without its key a field stays shut and says so, those of other keys open, and without any nothing is written', async () => {
    const id = await consenting();
    await write(id, ['Hoa']);
    writeFileSync(ringFile(), `second:${randomBytes(32).toString('base64')}\n`);
    await write(id, ['Phật giáo'], 'religion');
    expect(await opened(id)).toEqual([
      { field: 'ethnicity', shut: 'key-missing' },
      { field: 'religion', values: ['Phật giáo'] },
    ]);
    const overview = await findSensitiveOverview(official, id);
    expect(overview?.rows.find(({ field }) => field === 'ethnicity')).toMatchObject({
      held: true,
      missingKey: 'first',
    });
    writeFileSync(ringFile(), '');
    expect(await findSensitiveOverview(official, id)).toMatchObject({ keyHere: false, consented: true });
    expect(await write(id, ['movement'], 'disability')).toEqual({ ok: false, problem: 'no-key' });
  });

  test('what was sealed in a record merged into hers opens there, bound to the record it was written in', async () => {
    const [survivor, absorbed] = [await consenting(), await consenting()];
    await write(absorbed, ['Khmer']);
    await db.person.update({ where: { id: absorbed }, data: { mergedIntoId: survivor }, select: { id: true } });
    expect(await opened(survivor)).toEqual([{ field: 'ethnicity', values: ['Khmer'] }]);
    expect((await write(survivor, ['Chơ Ro'], 'ethnicity', 1)).ok).toBe(true);
    expect(await opened(survivor)).toEqual([{ field: 'ethnicity', values: ['Chơ Ro'] }]);
    expect((await withdraw(survivor)).ok).toBe(true);
    expect(await db.sensitiveField.count({ where: { personId: { in: [survivor, absorbed] } } })).toBe(0);
    expect(seal('x', { table: '', column: '', row: '', keyId: '' }, first)).toHaveLength(29);
  });
});
