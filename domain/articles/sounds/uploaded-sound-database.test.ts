import { createHash, randomBytes } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { ok, problem } from '@/domain/result';
import { addPart, openUpload } from '@/domain/uploads/upload-commands';
import { findUpload } from '@/domain/uploads/upload-queries';
import { drafted, versionOf, writing } from '@/test/stages/articles';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { addSoundInput, type KeepSound } from './sound';
import { addSound } from './sound-commands';
import { listSounds } from './sound-queries';

let union: TestUnion;
let head: Viewer;
let articleId: string;
beforeAll(async () => {
  union = await makeUnion();
  head = await makeViewer('sub_association_head', union.khuPho5);
  articleId = await drafted(head, writing(union.khuPho5));
});

const kept: KeepSound = async () => ok({ sha256: 'ab'.repeat(32), format: 'mp3', bytes: 40_000, seconds: 60 });

/** A recording of hers of which so many bytes have come. */
async function uploaded(until = 30_000) {
  const bytes = randomBytes(30_000);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const open = await openUpload(head, { sha256, size: bytes.length });
  if (!open.ok) throw new Error(open.problem);
  await addPart(head, { uploadId: open.value.id, from: 0 }, new Uint8Array(bytes.subarray(0, until)));
  return { uploadId: open.value.id, bytes };
}

async function give(uploadId: string, keep = kept, viewer = head) {
  const version = String(await versionOf(head, articleId));
  const said = { articleId, version, locale: 'vi', readBy: 'Chị Lan', agreed: 'on', uploadId };
  return addSound(viewer, addSoundInput.parse(said), keep);
}

test('who writes texts sends a recording in parts, which is handed on as it was sent and is gone when the text has it', async () => {
  const { uploadId, bytes } = await uploaded();
  const handed: Buffer[] = [];
  const result = await give(uploadId, async (file) => {
    handed.push(Buffer.from(await file.arrayBuffer()));
    return kept(file);
  });
  expect(result.ok).toBe(true);
  expect(handed).toEqual([bytes]);
  expect(await findUpload(head, uploadId)).toBeNull();
  expect(await listSounds(head, articleId)).toMatchObject([{ locale: 'vi', readBy: 'Chị Lan' }]);
});

test('what is no recording is thrown away; what has not come whole goes on, that of another account is none, nor is nothing', async () => {
  const whole = await uploaded();
  expect(await give(whole.uploadId, async () => problem('not-a-sound'))).toMatchObject({ problem: 'not-a-sound' });
  expect(await findUpload(head, whole.uploadId)).toBeNull();
  const half = await uploaded(20_000);
  expect(await give(half.uploadId)).toMatchObject({ problem: 'upload-unfinished' });
  const official = await makeViewer('commune_official', union.longHung);
  expect(await give(half.uploadId, kept, official)).toMatchObject({ problem: 'upload-gone' });
  expect(await findUpload(head, half.uploadId)).toMatchObject({ received: 20_000 });
  const reader = await makeViewer('viewer', union.longHung);
  expect(await openUpload(reader, { sha256: 'ab'.repeat(32), size: 9 })).toMatchObject({ problem: 'not-found' });
  const said = { articleId, version: '1', locale: 'vi', readBy: 'Chị Lan', agreed: 'on' };
  expect(addSoundInput.safeParse(said).error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
    ['soundFile', 'file-needed'],
  ]);
});
