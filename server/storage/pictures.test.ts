import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBucket } from '@/test/servers/bucket';
import { diskStorage } from './disk';
import { keeper } from './pictures';
import { s3Storage } from './s3';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pictures-'));
});
afterAll(() => rm(folder, { recursive: true }));

const keep = (bytes: Uint8Array, name = 'anh.jpg') =>
  keeper(diskStorage(folder))(new File([new Uint8Array(bytes)], name, { type: 'image/jpeg' }));
const stored = async () => (await readdir(folder, { recursive: true, withFileTypes: true })).filter((e) => e.isFile());

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#b5446e' } });

/** As a phone takes it: lying on its side, with the place and the owner's name written inside. */
const fromPhone = () =>
  picture(2400, 1200)
    .withExif({
      IFD0: { Artist: 'Nguyen Thi Mau', Make: 'Phone' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '10/1 57/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

test('a picture with its place inside comes out upright, smaller and without it', async () => {
  const sent = await fromPhone();
  const before = await sharp(sent).metadata();
  expect(before.exif?.toString('latin1')).toContain('Nguyen Thi Mau');
  expect(before.orientation).toBe(6);

  const kept = await keep(sent);
  if (!kept.ok) throw new Error(kept.problem);
  expect(kept.value).toMatchObject({ mime: 'image/webp', width: 800, height: 1600 });
  const bytes = await diskStorage(folder).get(kept.value.sha256);
  const after = await sharp(bytes ?? new Uint8Array()).metadata();
  expect(after).toMatchObject({ format: 'webp', width: 800, height: 1600 });
  expect([after.exif, after.xmp, after.iptc, after.orientation]).toEqual([undefined, undefined, undefined, undefined]);
  expect(Buffer.from(bytes ?? []).toString('latin1')).not.toContain('Nguyen Thi Mau');
});

test('the same picture twice is one file, and nothing lies beside it', async () => {
  const bytes = await picture(60, 40).png().toBuffer();
  const before = (await stored()).length;
  const [one, other] = await Promise.all([keep(bytes), keep(bytes, 'khac.png')]);
  expect(one).toEqual(other);
  expect((await stored()).length).toBe(before + 1);
});

test('what is no picture, half a picture or one of another kind is refused and leaves nothing behind', async () => {
  const whole = await picture(900, 900).jpeg().toBuffer();
  const before = (await stored()).length;
  for (const bytes of [
    Buffer.from('<script>alert(1)</script>'),
    whole.subarray(0, 400),
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    await picture(9, 9).gif().toBuffer(),
    Buffer.alloc(0),
  ])
    expect(await keep(bytes)).toEqual({ ok: false, problem: 'not-a-picture' });
  expect((await stored()).length).toBe(before);
});

test('a small file that claims to be enormous is refused before it fills the memory', async () => {
  const bytes = await picture(12_000, 6_000).png({ compressionLevel: 9 }).toBuffer();
  expect(bytes.length).toBeLessThan(2_000_000);
  expect(await keep(bytes)).toEqual({ ok: false, problem: 'picture-too-large' });
});

test('a bucket that breaks off, or takes another key, is an error, and never called no picture', async () => {
  const { bucket, state, objects, close } = await openBucket({ keyId: 'khoa-thu', secret: 'bi-mat-thu' });
  const bytes = new Uint8Array(await picture(60, 40).png().toBuffer());
  const keepThere = (place = bucket) => keeper(s3Storage(place))(new File([bytes], 'anh.png'));
  state.breaksOff = true;
  await expect(keepThere()).rejects.toThrow('The bucket did not answer');
  state.breaksOff = false;
  await expect(keepThere({ ...bucket, secret: 'bi-mat-khac' })).rejects.toThrow('The bucket answered 403.');
  expect(objects.size).toBe(0);
  expect(await keepThere()).toMatchObject({ ok: true });
  expect(objects.size).toBe(1);
  await close();
});

test('only a hash is an address in storage', async () => {
  await expect(diskStorage(folder).get('../../etc/passwd')).rejects.toThrow();
  expect(await diskStorage(folder).get('0'.repeat(64))).toBeNull();
});
