import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBucket } from '@/test/servers/bucket';
import { diskStorage } from './disk';
import { s3Storage } from './s3';
import type { Storage } from './storage';

const keys = { keyId: 'khoa-thu', secret: 'bi-mat-thu' };
let folder: string;
let opened: Awaited<ReturnType<typeof openBucket>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storage-'));
  opened = await openBucket(keys);
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await opened.close();
});

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const drivers: [string, () => Storage][] = [
  ['a disk', () => diskStorage(folder)],
  ['a bucket', () => s3Storage(opened.bucket)],
];

describe.each(drivers)('%s keeps files', (_name, open) => {
  test('what was put under its hash comes back byte for byte, put once or twice or by two at once', async () => {
    const bytes = new Uint8Array(randomBytes(300_000));
    const sha256 = hashOf(bytes);
    await Promise.all([open().put(sha256, bytes), open().put(sha256, bytes)]);
    await open().put(sha256, bytes);
    expect(Buffer.from((await open().get(sha256)) ?? [])).toEqual(Buffer.from(bytes));
  });

  test('under a hash that nobody put lies nothing, and an empty file is one too', async () => {
    expect(await open().get('0'.repeat(64))).toBeNull();
    const nothing = new Uint8Array();
    await open().put(hashOf(nothing), nothing);
    expect(await open().get(hashOf(nothing))).toHaveLength(0);
  });

  test('only a hash is an address', async () => {
    for (const address of ['../../etc/passwd', '', 'A'.repeat(64), `${'0'.repeat(63)}/`]) {
      await expect(open().get(address)).rejects.toThrow('Not a SHA-256');
      await expect(open().put(address, new Uint8Array([1]))).rejects.toThrow('Not a SHA-256');
      await expect(open().remove(address)).rejects.toThrow('Not a SHA-256');
    }
  });

  test('what was removed is there no more, removed once or twice or never put, and can be put again; its neighbour stays', async () => {
    const [bytes, other] = [new Uint8Array(randomBytes(900)), new Uint8Array(randomBytes(900))];
    await Promise.all([open().put(hashOf(bytes), bytes), open().put(hashOf(other), other)]);
    await open().remove(hashOf(bytes));
    expect(await open().get(hashOf(bytes))).toBeNull();
    await open().remove(hashOf(bytes));
    await open().remove(hashOf(new Uint8Array(randomBytes(9))));
    expect(await open().get(hashOf(other))).not.toBeNull();
    await open().put(hashOf(bytes), bytes);
    expect(await open().get(hashOf(bytes))).toHaveLength(900);
  });
});

test('a disk removes with a file what was written aside of it when a process was killed', async () => {
  const sha256 = hashOf(new Uint8Array([5]));
  await diskStorage(folder).put(sha256, new Uint8Array([5]));
  const beside = join(folder, sha256.slice(0, 2));
  await writeFile(join(beside, `${sha256}.0a1b2c`), 'half a face');
  await diskStorage(folder).remove(sha256);
  expect((await readdir(beside)).filter((name) => name.startsWith(sha256))).toEqual([]);
});

describe('a bucket', () => {
  test('takes nothing and gives nothing to whoever signs with another secret, and the error tells neither secret nor key', async () => {
    const bytes = new Uint8Array([7, 7, 7]);
    const other = s3Storage({ ...opened.bucket, secret: 'bi-mat-khac' });
    const before = opened.objects.size;
    for (const ask of [
      () => other.put(hashOf(bytes), bytes),
      () => other.get(hashOf(bytes)),
      () => other.remove(hashOf(bytes)),
    ]) {
      const error = await Promise.resolve(ask()).catch((refusal: unknown) => refusal);
      expect(error).toBeInstanceOf(Error);
      expect((error as Error).message).toBe('The bucket answered 403.');
      expect(inspect(error, { depth: null, showHidden: true })).not.toMatch(/bi-mat|khoa-thu|Signature=/);
    }
    expect(opened.objects.size).toBe(before);
    expect(opened.refused.length).toBeGreaterThan(0);
  });

  test('that has something else under a hash is an error, never a picture', async () => {
    const bytes = new Uint8Array([1, 2, 3]);
    await s3Storage(opened.bucket).put(hashOf(bytes), bytes);
    for (const [name, object] of opened.objects)
      if (object.equals(Buffer.from(bytes))) opened.objects.set(name, Buffer.from([3, 2, 1]));
    await expect(s3Storage(opened.bucket).get(hashOf(bytes))).rejects.toThrow('something else');
  });

  test('that nobody opens is an error at once, not a picture that is missing', async () => {
    const gone = await openBucket(keys);
    await gone.close();
    await expect(s3Storage(gone.bucket).get('1'.repeat(64))).rejects.toThrow();
  });
});
