import { createHash, randomBytes } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { PICTURE_BYTES_MAX } from '@/domain/pictures/picture';
import { db } from '@/prisma/client';
import { makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import {
  OPEN_MAX,
  openUploadInput,
  PART_BYTES_MAX,
  PART_BYTES_MIN,
  partStartInput,
  UPLOAD_BYTES_MAX,
  WHOLE_BYTES_MAX,
} from './upload';
import { addPart, cancelUpload, forgetSilentUploads, openUpload } from './upload-commands';
import { findUpload, openUploadedFile } from './upload-queries';

let union: TestUnion;
let official: Viewer;
beforeAll(async () => {
  union = await makeUnion();
});
// three uploads are all that one account may have open
beforeEach(async () => {
  official = await somebody();
});

const somebody = () => makeViewer('commune_official', union.longHung);
const bytesOf = (length: number) => new Uint8Array(randomBytes(length));
const announced = (bytes: Uint8Array) => ({
  sha256: createHash('sha256').update(bytes).digest('hex'),
  size: bytes.length,
});
async function opened(viewer: Viewer, bytes: Uint8Array): Promise<string> {
  const result = await openUpload(viewer, announced(bytes));
  if (!result.ok) throw new Error(result.problem);
  return result.value.id;
}
const send = (viewer: Viewer, uploadId: string, bytes: Uint8Array<ArrayBuffer>, from: number, until = bytes.length) =>
  addPart(viewer, { uploadId, from }, bytes.slice(from, until));
/** As if nothing had come of it for so many minutes. */
const silentFor = (uploadId: string, minutes: number) =>
  db.$executeRaw`UPDATE upload SET touched_at = now() - make_interval(mins => ${minutes}::int) WHERE id = ${uploadId}::uuid`;
const wholeOf = async (viewer: Viewer, uploadId: string) => {
  const file = await openUploadedFile(viewer, uploadId);
  return file.ok ? new Uint8Array(await file.value.arrayBuffer()) : file.problem;
};
const PART = 20_000;

describe('the parts of a file', () => {
  test('come one after the other, and the file is there when the last one is, not before', async () => {
    const bytes = bytesOf(2 * PART + 5);
    const id = await opened(official, bytes);
    expect(await send(official, id, bytes, 0, PART)).toEqual({
      ok: true,
      value: { id, size: bytes.length, received: PART },
    });
    expect(await wholeOf(official, id)).toBe('upload-unfinished');
    await send(official, id, bytes, PART, 2 * PART);
    expect(await send(official, id, bytes, 2 * PART)).toMatchObject({ value: { received: bytes.length } });
    expect(await wholeOf(official, id)).toEqual(bytes);
  });

  test('that leave a gap, overlap, or go past the end are refused with where the file goes on; nothing of them is kept', async () => {
    const bytes = bytesOf(3 * PART);
    const id = await opened(official, bytes);
    await send(official, id, bytes, 0, PART);
    const goesOn = { detail: { received: String(PART) } };
    expect(await send(official, id, bytes, 2 * PART)).toMatchObject({ problem: 'elsewhere', ...goesOn });
    expect(await send(official, id, bytes, PART - 1, 2 * PART)).toMatchObject({ problem: 'elsewhere', ...goesOn });
    expect(await addPart(official, { uploadId: id, from: PART }, bytesOf(2 * PART + 1))).toMatchObject({
      problem: 'past-the-end',
      ...goesOn,
    });
    expect(await addPart(official, { uploadId: id, from: PART }, bytesOf(PART_BYTES_MIN - 1))).toMatchObject({
      problem: 'part-too-small',
      ...goesOn,
    });
    expect(await db.uploadPart.count({ where: { uploadId: id } })).toBe(1);
    await send(official, id, bytes, PART);
    expect(await addPart(official, { uploadId: id, from: bytes.length }, bytesOf(1))).toMatchObject({
      problem: 'past-the-end',
    });
    expect(await wholeOf(official, id)).toEqual(bytes);
  });

  test('may come twice, also sixteen at once: each is kept once', async () => {
    const bytes = bytesOf(2 * PART);
    const id = await opened(official, bytes);
    for (const [from, until] of [
      [0, PART],
      [PART, 2 * PART],
    ] as const) {
      const told = await Promise.all(Array.from({ length: 16 }, () => send(official, id, bytes, from, until)));
      expect(told.filter(({ ok }) => !ok)).toEqual([]);
      expect(await send(official, id, bytes, from, until)).toMatchObject({ value: { received: until } });
    }
    expect(await db.uploadPart.count({ where: { uploadId: id } })).toBe(2);
    expect(await wholeOf(official, id)).toEqual(bytes);
  });

  test('that are not those of the announced file make none', async () => {
    const bytes = bytesOf(PART);
    const id = await opened(official, bytes);
    await addPart(official, { uploadId: id, from: 0 }, bytesOf(PART));
    expect(await wholeOf(official, id)).toBe('upload-broken');
  });
});

describe('an upload', () => {
  test('of the same file is found again, opened sixteen times at once too, and goes on from where it was', async () => {
    const her = await somebody();
    const bytes = bytesOf(2 * PART);
    const ids = await Promise.all(Array.from({ length: 16 }, () => opened(her, bytes)));
    expect(new Set(ids).size).toBe(1);
    await send(her, ids[0] ?? '', bytes, 0, PART);
    expect(await openUpload(her, announced(bytes))).toMatchObject({ value: { id: ids[0], received: PART } });
  });

  test('belongs to one account: for every other one, who keeps pictures or not, there is none', async () => {
    const bytes = bytesOf(PART);
    const id = await opened(official, bytes);
    const reader = await makeViewer('viewer', union.longHung);
    for (const viewer of [await somebody(), await makeViewer('commune_official', union.trangDai), reader]) {
      expect(await findUpload(viewer, id)).toBeNull();
      expect(await send(viewer, id, bytes, 0)).toEqual({ ok: false, problem: 'not-found' });
      expect(await cancelUpload(viewer, id)).toEqual({ ok: false, problem: 'not-found' });
      expect(await wholeOf(viewer, id)).toBe('upload-gone');
    }
    expect(await openUpload(reader, announced(bytes))).toEqual({ ok: false, problem: 'not-found' });
    for (const none of [nothing, 'x'])
      expect(await send(official, none, bytes, 0)).toEqual({ ok: false, problem: 'not-found' });
    expect(await findUpload(official, id)).toEqual({ id, size: PART, received: 0 });
  });

  test('is one of three of an account, sixteen at once too; the one that is silent for five minutes makes room', async () => {
    const her = await somebody();
    const told = await Promise.all(Array.from({ length: 16 }, () => openUpload(her, announced(bytesOf(PART)))));
    const going = told.flatMap((each) => (each.ok ? [each.value.id] : []));
    expect(going).toHaveLength(OPEN_MAX);
    expect(told.find(({ ok }) => !ok)).toEqual({ ok: false, problem: 'too-many-uploads' });
    await silentFor(going[1] ?? '', 6);
    await opened(her, bytesOf(PART));
    const left = await db.upload.findMany({ where: { accountId: her.accountId }, select: { id: true }, take: 9 });
    expect(left).toHaveLength(OPEN_MAX);
    expect(left.map(({ id }) => id)).not.toContain(going[1]);
  });

  test('is refused where all that are open would come to more than there is room for', async () => {
    const full = Array.from({ length: WHOLE_BYTES_MAX / UPLOAD_BYTES_MAX }, () => somebody());
    const rows = (await Promise.all(full)).map(({ accountId }) => ({
      accountId,
      sha256: bytesOf(32),
      size: UPLOAD_BYTES_MAX,
    }));
    await db.upload.createMany({ data: rows });
    expect(await openUpload(await somebody(), announced(bytesOf(1)))).toEqual({ ok: false, problem: 'uploads-full' });
    await db.upload.deleteMany({ where: { accountId: { in: rows.map(({ accountId }) => accountId) } } });
  });

  test('and its bytes are gone when she takes it back, and by the clock a day after the last part, whoever looks', async () => {
    const her = await somebody();
    const bytes = bytesOf(2 * PART);
    const [taken, old, fresh] = [
      await opened(her, bytes),
      await opened(her, bytesOf(PART)),
      await opened(her, bytesOf(PART)),
    ];
    await send(her, taken, bytes, 0, PART);
    expect(await cancelUpload(her, taken)).toEqual({ ok: true, value: null });
    await silentFor(old, 24 * 60 + 1);
    await silentFor(fresh, 24 * 60 - 1);
    expect(await findUpload(her, old)).toBeNull();
    expect(await forgetSilentUploads()).toBe(1);
    expect(await db.uploadPart.count({ where: { uploadId: { in: [taken, old] } } })).toBe(0);
    const left = await db.upload.findMany({ where: { accountId: her.accountId }, select: { id: true }, take: 9 });
    expect(left).toEqual([{ id: fresh }]);
  });
});

test('what is announced is a hash and as many bytes as the form itself may bring; a part begins at a number', () => {
  const hash = 'a'.repeat(64);
  expect(UPLOAD_BYTES_MAX).toBe(PICTURE_BYTES_MAX);
  expect(openUploadInput.safeParse({ sha256: hash, size: UPLOAD_BYTES_MAX }).success).toBe(true);
  for (const [sha256, size] of [
    [hash, UPLOAD_BYTES_MAX + 1],
    [hash, 0],
    [hash, 1.5],
    ['../../etc', 9],
  ] as const)
    expect(openUploadInput.safeParse({ sha256, size }).success).toBe(false);
  for (const from of ['-1', '1e3', '', null, '123456789']) expect(partStartInput.safeParse(from).success).toBe(false);
});

test('the database itself keeps no part that is too large, and no row that says more than the file has', async () => {
  const id = await opened(official, bytesOf(PART));
  const part = { uploadId: id, start: 0, bytes: bytesOf(PART_BYTES_MAX + 1) };
  await expect(db.uploadPart.create({ data: part })).rejects.toThrow();
  await expect(db.upload.update({ where: { id }, data: { received: PART + 1 } })).rejects.toThrow();
});
