import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noteFile, removeFiles } from '@/domain/pictures/removal-commands';
import { db } from '@/prisma/client';
import { createCourse } from '@/test/factories/trainings';
import { goesOn } from '@/test/stages/pictures';
import { makeUnion, type TestUnion } from '@/test/union';
import { diskStorage } from '../disk';
import { noted } from '../noted';
import type { Storage } from '../storage';

let folder: string;
let place: Storage;
let union: TestUnion;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slow-removals-'));
  place = noted(diskStorage(folder), noteFile);
  union = await makeUnion();
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  await db.fileRemoval.deleteMany();
});

async function putSomething(bytes = new Uint8Array(randomBytes(40))): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await place.put(sha256, bytes);
  return sha256;
}
const isDue = () => db.fileRemoval.updateMany({ data: { dueAt: new Date(0) } });
const lies = async (sha256: string) => (await place.get(sha256)) !== null;

/** Somebody stands before it until it is opened. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((done) => {
    open = done;
  });
  return { open, opened };
}
/** What held the note by a transaction would have lost it to its time limit by now. */
const loseLocks = () => db.$queryRaw`
  SELECT pg_terminate_backend(l.pid) FROM pg_locks l WHERE l.relation = 'file_removal'::regclass AND l.pid <> pg_backend_pid()`;

describe('a bucket that removes slowly', () => {
  test('loses nothing that is put there again meanwhile: whoever puts waits, no transaction does, and nobody removes it a second time', async () => {
    const bytes = new Uint8Array(randomBytes(40));
    const sha256 = await putSomething(bytes);
    const [asked, answers] = [gate(), gate()];
    await isDue();
    const removing = removeFiles(goesOn, async (hash) => {
      asked.open();
      await answers.opened;
      await place.remove(hash);
    });
    await asked.opened;
    await loseLocks();
    let isPut = false;
    const again = putSomething(bytes).then(() => {
      isPut = true;
    });
    await isDue();
    for (let look = 0; look < 20; look++) expect(await removeFiles(goesOn, place.remove)).toBe(0);
    expect([isPut, await lies(sha256)]).toEqual([false, true]);
    answers.open();
    expect(await removing).toBe(1);
    await again;
    expect(await lies(sha256)).toBe(true);
    expect(await db.fileRemoval.count({ where: { removingAt: null, dueAt: { gt: new Date() } } })).toBe(1);
  });

  test('that never answered is asked again some minutes later, and until then nobody puts the same file there', async () => {
    const bytes = new Uint8Array(randomBytes(40));
    const sha256 = await putSomething(bytes);
    await isDue();
    await expect(removeFiles(goesOn, () => Promise.reject(new Error('no bucket')))).rejects.toThrow('no bucket');
    await expect(noteFile(sha256, 0)).rejects.toThrow('still removing');
    expect(await removeFiles(goesOn, place.remove)).toBe(0);
    const again = putSomething(bytes);
    await db.fileRemoval.updateMany({ data: { removingAt: new Date(Date.now() - 6 * 60_000) } });
    expect(await removeFiles(goesOn, place.remove)).toBe(1);
    await again;
    expect(await lies(sha256)).toBe(true);
  });
});

describe('what was replaced before files were removed', () => {
  const migration = readFileSync('prisma/migrations/20261222100400_what_was_replaced_has_ended/migration.sql', 'utf8');
  /** A picture to which somebody in it said no, and whose file lies there. */
  async function refused(inLibrary: boolean) {
    const sha256 = await putSomething();
    const { id } = await db.mediaAsset.create({
      data: {
        sha256: new Uint8Array(Buffer.from(sha256, 'hex')),
        mime: 'image/webp',
        bytes: 40,
        unitId: union.khuPho5.id,
        inLibrary,
        withdrawnAt: new Date(),
        withdrawnReason: 'consent',
      },
      select: { id: true },
    });
    return { id, sha256 };
  }

  test('has ended, and its file goes; what the library or a record still has stays for a later yes', async () => {
    const [replaced, kept, handed] = [await refused(false), await refused(true), await refused(false)];
    const { id: courseId } = await createCourse(db, {});
    const material = { courseId, title: 'Ảnh lớp', fileId: handed.id, position: 1, locale: 'vi' };
    await db.courseMaterial.create({ data: material, select: { id: true } });
    await db.$executeRawUnsafe(migration);
    await isDue();
    expect(await removeFiles(goesOn, place.remove)).toBe(1);
    expect(await Promise.all([replaced, kept, handed].map(({ sha256 }) => lies(sha256)))).toEqual([false, true, true]);
    const reasons = await db.mediaAsset.findMany({
      where: { id: { in: [replaced.id, kept.id, handed.id] } },
      orderBy: { id: 'asc' },
      select: { withdrawnReason: true },
    });
    expect(reasons.map(({ withdrawnReason }) => withdrawnReason)).toEqual(['replaced', 'consent', 'consent']);
  });
});
