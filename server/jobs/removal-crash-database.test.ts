import { randomBytes } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { noteFile } from '@/domain/pictures/removal-commands';
import { db } from '@/prisma/client';
import { openBucket } from '@/test/servers/bucket';
import { endClocks, killClocks, startClocks } from '@/test/servers/clocks';
import { s3Storage } from '../storage/s3';

afterAll(endClocks);

test('a removal whose process is killed between the bucket and the note is done again by the next, and what was still to go is gone', async () => {
  const { bucket, objects, state, close } = await openBucket({ keyId: 'khoa-thu', secret: 'bi-mat-thu' });
  const surroundings = { STORAGE_URL: bucket.url, STORAGE_KEY_ID: bucket.keyId, STORAGE_SECRET: bucket.secret };
  for (const sha256 of [randomBytes(32).toString('hex'), randomBytes(32).toString('hex')]) {
    await noteFile(sha256);
    await s3Storage(bucket).put(sha256, new Uint8Array([1]));
  }
  await db.fileRemoval.updateMany({ data: { dueAt: new Date(0) } });
  // the bucket removes the first, and the process never hears of it
  state.keepsSilent = true;
  const killed = await startClocks(surroundings);
  await expect.poll(() => objects.size, { timeout: 60_000 }).toBe(1);
  await killClocks(killed);
  expect(await db.fileRemoval.count()).toBe(2);
  // as it is some minutes later
  const begun = { where: { removingAt: { not: null } }, data: { removingAt: new Date(0) } };
  expect(await db.fileRemoval.updateMany(begun)).toEqual({ count: 1 });
  state.keepsSilent = false;
  await startClocks(surroundings);
  await expect.poll(() => db.fileRemoval.count(), { timeout: 90_000 }).toBe(0);
  expect(objects.size).toBe(0);
  await close();
}, 200_000);
