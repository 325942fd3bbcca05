import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { mountDisk, unmountDisk } from '@/scripts/tests/clients.mjs';
import { diskStorage } from './disk';
import { keeper } from './pictures';
import { isStorageFull } from './storage';

const MB = 1024 ** 2;
/** A disk of its own, which only whoever may mount one can fill: `npm test` says so where she may not. */
const disk = mkdtempSync(join(tmpdir(), 'full-disk-'));
const onFullDisk = mountDisk(disk, 8 * MB) ? test : () => {};
afterAll(() => {
  unmountDisk(disk);
  rmSync(disk, { recursive: true, force: true });
});

const ballast = join(disk, 'ballast');
const fill = (left: number) => {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(ballast, Buffer.alloc(bavail * bsize - left));
};
const empty = () => rmSync(ballast, { force: true });
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.slice(3));

test('what says that there is no room is told from every other fault', () => {
  for (const code of ['ENOSPC', 'EDQUOT', 'EROFS'])
    expect(isStorageFull(Object.assign(new Error(code), { code }))).toBe(true);
  for (const fault of [Object.assign(new Error('EACCES'), { code: 'EACCES' }), new Error('ENOSPC'), null])
    expect(isStorageFull(fault)).toBe(false);
});

onFullDisk(
  'the disk of pictures and files is full: what cannot be kept is refused as such and leaves nothing, what was kept is whole, and with room again it is kept',
  async () => {
    const storage = diskStorage(join(disk, 'media'));
    const [kept, large] = [new Uint8Array(randomBytes(MB)), new Uint8Array(randomBytes(3 * MB))];
    await storage.put(hashOf(kept), kept);
    fill(MB);
    expect(isStorageFull(await refusalOf(storage.put(hashOf(large), large)))).toBe(true);
    expect(filesIn(join(disk, 'media')).filter((name) => name.startsWith(hashOf(large)))).toEqual([]);
    expect(await storage.get(hashOf(large))).toBeNull();
    expect(Buffer.from((await storage.get(hashOf(kept))) ?? [])).toEqual(Buffer.from(kept));
    empty();
    await storage.put(hashOf(large), large);
    expect(await storage.get(hashOf(large))).toHaveLength(3 * MB);
  },
);

onFullDisk(
  'a picture that is sent meanwhile is refused so that its form can say it, and sent again it is kept',
  async () => {
    const noise = sharp(randomBytes(600 * 600 * 3), { raw: { width: 600, height: 600, channels: 3 } });
    const file = new File([new Uint8Array(await noise.png().toBuffer())], 'anh.png', { type: 'image/png' });
    const keep = keeper(diskStorage(join(disk, 'media')));
    fill(8 * 1024);
    expect(isStorageFull(await refusalOf(keep(file)))).toBe(true);
    empty();
    expect(await keep(file)).toMatchObject({ ok: true });
  },
);
