import { createHash, randomBytes } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { problem } from '@/domain/result';
import { addPart, openUpload } from '@/domain/uploads/upload-commands';
import { findUpload } from '@/domain/uploads/upload-queries';
import { db } from '@/prisma/client';
import { keepsAnything } from '@/test/stages/pictures';
import { makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { addPictureInput } from './library';
import { addPicture } from './library-commands';

let union: TestUnion;
let official: Viewer;
beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
});

/** A file of hers that has come, so many bytes of it. */
async function uploaded(until = 30_000): Promise<{ uploadId: string; bytes: Buffer }> {
  const bytes = randomBytes(30_000);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const open = await openUpload(official, { sha256, size: bytes.length });
  if (!open.ok) throw new Error(open.problem);
  await addPart(official, { uploadId: open.value.id, from: 0 }, new Uint8Array(bytes.subarray(0, until)));
  return { uploadId: open.value.id, bytes };
}
const fields = { unitId: '', altVi: 'Chị em học gọi video' };
const put = (uploadId: string, keep = keepsAnything, viewer = official) =>
  addPicture(viewer, addPictureInput.parse({ ...fields, unitId: union.khuPho5.id, uploadId }), keep);

test('a file that came in parts is handed to what keeps pictures as it was sent, and is gone when its picture is there', async () => {
  const { uploadId, bytes } = await uploaded();
  const handed: Buffer[] = [];
  const result = await put(uploadId, async (file) => {
    handed.push(Buffer.from(await file.arrayBuffer()));
    return keepsAnything(file);
  });
  expect(result.ok).toBe(true);
  expect(handed).toEqual([bytes]);
  expect(await findUpload(official, uploadId)).toBeNull();
  expect(await db.uploadPart.count({ where: { uploadId } })).toBe(0);
});

test('of sixteen forms with the same file one makes a picture', async () => {
  const { uploadId } = await uploaded();
  const before = await db.mediaAsset.count({ where: { inLibrary: true } });
  const told = await Promise.all(Array.from({ length: 16 }, () => put(uploadId)));
  expect(told.filter(({ ok }) => ok)).toHaveLength(1);
  expect(told.filter((each) => !each.ok && each.problem === 'upload-gone')).toHaveLength(15);
  expect(await db.mediaAsset.count({ where: { inLibrary: true } })).toBe(before + 1);
});

test('what is no picture is thrown away; what has not come whole goes on, and the file of another account is none', async () => {
  const whole = await uploaded();
  expect(await put(whole.uploadId, async () => problem('not-a-picture'))).toMatchObject({ problem: 'not-a-picture' });
  expect(await findUpload(official, whole.uploadId)).toBeNull();
  const half = await uploaded(20_000);
  expect(await put(half.uploadId)).toMatchObject({ problem: 'upload-unfinished' });
  const other = await makeViewer('commune_official', union.longHung);
  expect(await put(half.uploadId, keepsAnything, other)).toMatchObject({ problem: 'upload-gone' });
  expect(await put(nothing)).toMatchObject({ problem: 'upload-gone' });
  expect(await findUpload(official, half.uploadId)).toMatchObject({ received: 20_000 });
});

test('a form without a file of either kind is told so, along with what else is missing', () => {
  const wrongWith = (change: object) =>
    addPictureInput
      .strict()
      .safeParse({ ...fields, unitId: union.khuPho5.id, ...change })
      .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
      .sort();
  expect(wrongWith({ altVi: '', pictureFile: new File([], '') })).toEqual([
    'altVi: required',
    'pictureFile: file-needed',
  ]);
  expect(wrongWith({ uploadId: '' })).toEqual(['pictureFile: file-needed']);
});
