import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { id3Tag, madeMp4, silentMp3 } from '@/test/servers/recorder';
import { keeper } from './sounds';
import type { Storage } from './storage';

const kept = new Map<string, Uint8Array>();
const place: Storage = {
  put: async (sha256, bytes) => void kept.set(sha256, bytes),
  remove: async (sha256) => void kept.delete(sha256),
  get: async (sha256) => (kept.get(sha256) as Uint8Array<ArrayBuffer> | undefined) ?? null,
};
const keep = (bytes: Uint8Array<ArrayBuffer>, name = 'doc.mp3') => keeper(place)(new File([bytes], name));

test('a recording is made anew in a thread of its own, and lies under the hash of what is left of it', async () => {
  const answer = await keep(Buffer.concat([id3Tag('Secret place'), silentMp3(4)]), 'phim.mp4');
  if (!answer.ok) throw new Error(answer.problem);
  const { sha256, ...rest } = answer.value;
  expect(rest).toEqual({ format: 'mp3', seconds: 4, bytes: kept.get(sha256)?.length });
  const bytes = Buffer.from(kept.get(sha256) ?? []);
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  expect(bytes.includes('Secret')).toBe(false);
  // the same sound twice is one, however it was dressed
  expect(await keep(silentMp3(4))).toMatchObject({ value: { sha256 } });
});

test('of what is refused nothing is kept', async () => {
  kept.clear();
  expect(await keep(Buffer.from('<script>'))).toMatchObject({ problem: 'not-a-sound' });
  expect(await keep(await madeMp4({ seconds: 2, film: true }))).toMatchObject({ problem: 'sound-has-pictures' });
  expect(kept.size).toBe(0);
});
