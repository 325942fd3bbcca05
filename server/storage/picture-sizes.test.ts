import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { diskStorage } from './disk';
import { sizer } from './picture-sizes';

/** With an article of 27 KB in the newer form no more than 32 KB come to a phone. */
const LIGHT = { avif: 5_000, webp: 9_000 };
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sizes-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** As unquiet as leaves in the wind: hard to make small. */
const unquiet = async (width: number, height: number) => {
  const grain = await sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })
    .blur(1.2)
    .webp()
    .toBuffer();
  const sha256 = createHash('sha256').update(grain).digest('hex');
  await diskStorage(folder).put(sha256, grain);
  return sha256;
};

test('a picture is made as wide as was asked for in either format, and the narrowest is light whatever it shows', async () => {
  const sha256 = await unquiet(900, 600);
  for (const format of ['avif', 'webp'] as const) {
    const made = await sizer(diskStorage(folder))(sha256, 480, format);
    const bytes = (await diskStorage(folder).get(made.sha256)) ?? new Uint8Array();
    expect(bytes.length).toBe(made.bytes);
    expect(made.bytes).toBeLessThanOrEqual(LIGHT[format]);
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 480, format: format === 'avif' ? 'heif' : 'webp' });
  }
});

test('a tall one is as light, in its own shape', async () => {
  const sha256 = await unquiet(480, 1000);
  for (const format of ['avif', 'webp'] as const) {
    const made = await sizer(diskStorage(folder))(sha256, 480, format);
    expect(made.bytes).toBeLessThanOrEqual(LIGHT[format]);
    expect(await sharp((await diskStorage(folder).get(made.sha256)) ?? new Uint8Array()).metadata()).toMatchObject({
      width: 480,
      height: 1000,
    });
  }
});

test('a picture that is not in storage is an error', async () => {
  await expect(sizer(diskStorage(folder))('0'.repeat(64), 480, 'webp')).rejects.toThrow('not in storage');
});
