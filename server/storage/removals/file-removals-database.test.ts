import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addSound, removeSound } from '@/domain/articles/sounds/sound-commands';
import { takeConsent } from '@/domain/consents/consent-commands';
import { today } from '@/domain/days/day';
import { addPicture, removePicture } from '@/domain/pictures/library-commands';
import type { KeepPicture } from '@/domain/pictures/picture';
import { noteFile, removeFiles } from '@/domain/pictures/removal-commands';
import { makePictureSizes } from '@/domain/pictures/size-commands';
import { ok } from '@/domain/result';
import { db } from '@/prisma/client';
import { createConsentText } from '@/test/factories/consents';
import { drafted, versionOf, writing } from '@/test/stages/articles';
import { eraseByTwo } from '@/test/stages/own-data/erasing';
import { goesOn, versionOfPicture } from '@/test/stages/pictures';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { diskStorage } from '../disk';
import { noted } from '../noted';
import type { Storage } from '../storage';

let folder: string;
let place: Storage;
let union: TestUnion;
let official: Viewer;
let textId: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'removals-'));
  place = noted(diskStorage(folder), noteFile);
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  textId = (await createConsentText(db, 'image')).id;
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  await db.fileRemoval.deleteMany();
});

/** Puts bytes that nobody put before into the place, and says under which hash. */
async function putSomething(bytes = new Uint8Array(randomBytes(40))): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await place.put(sha256, bytes);
  return sha256;
}
const makeSize = async () => ({ sha256: await putSomething(), bytes: 40 });
/** A picture of the library that lies there. */
async function added(bytes?: Uint8Array<ArrayBuffer>): Promise<string> {
  const keep: KeepPicture = async () =>
    ok({ sha256: await putSomething(bytes), mime: 'image/webp', bytes: 40, width: 900, height: 600 });
  const pictureFile = new File(['x'], 'anh.jpg', { type: 'image/jpeg' });
  const result = await addPicture(official, { unitId: union.khuPho5.id, pictureFile, altVi: 'Chị em học' }, keep);
  if (!result.ok) throw new Error(result.problem);
  return result.value.id;
}
async function filesOf(pictureId: string): Promise<string[]> {
  const { sha256, mediaSizes } = await db.mediaAsset.findUniqueOrThrow({
    where: { id: pictureId },
    select: { sha256: true, mediaSizes: { select: { sha256: true } } },
  });
  return [sha256, ...mediaSizes.map((size) => size.sha256)].map((hash) => Buffer.from(hash).toString('hex'));
}
/** The same with its sizes, and the hashes under which they lie. */
async function whole(bytes?: Uint8Array<ArrayBuffer>): Promise<{ pictureId: string; files: string[] }> {
  const pictureId = await added(bytes);
  await makePictureSizes(goesOn, makeSize);
  const files = await filesOf(pictureId);
  expect(files).toHaveLength(5);
  return { pictureId, files };
}
const lies = async (files: readonly string[]) =>
  (await Promise.all(files.map((sha256) => place.get(sha256)))).filter((bytes) => bytes !== null).length;
/** As it is some minutes later. */
async function later(remove = place.remove): Promise<number> {
  await db.fileRemoval.updateMany({ data: { dueAt: new Date(0) } });
  await db.fileRemoval.updateMany({ where: { removingAt: { not: null } }, data: { removingAt: new Date(0) } });
  return removeFiles(goesOn, remove);
}
const removed = async (pictureId: string) => {
  const version = await versionOfPicture(official, pictureId);
  expect(await removePicture(official, { pictureId, version })).toMatchObject({ ok: true });
};
function answered(personId: string, pictureId: string, answer: 'given' | 'refused') {
  const uses = answer === 'given' ? ['portal' as const] : [];
  const how = { purpose: 'image', channel: 'paper', day: today(), textId } as const;
  return takeConsent(official, { ...how, personId, pictureId, answer, uses });
}

describe('the files of a picture', () => {
  test('that somebody shows stay, whatever she said no to for now, and nothing is noted of them after a while', async () => {
    const [{ pictureId, files }, personId] = [await whole(), await makeMember(union.khuPho5)];
    expect((await answered(personId, pictureId, 'refused')).ok).toBe(true);
    expect(await later()).toBe(0);
    expect([await lies(files), await db.fileRemoval.count()]).toEqual([5, 0]);
    expect((await answered(personId, pictureId, 'given')).ok).toBe(true);
    expect(await db.mediaAsset.count({ where: { id: pictureId, withdrawnAt: null } })).toBe(1);
  });

  test('of a woman who was erased are gone in every size, and the row stays as proof', async () => {
    const name = 'Lương Thị Không Còn';
    const [{ pictureId, files }, personId] = [await whole(), await makeMember(union.khuPho5, name)];
    expect((await answered(personId, pictureId, 'refused')).ok).toBe(true);
    const { version } = await db.person.findUniqueOrThrow({ where: { id: personId }, select: { version: true } });
    const asked = { personId, version, name, reason: 'asked' as const, askedOn: today() };
    expect(await eraseByTwo(official, asked)).toMatchObject({ ok: true });
    expect(await later()).toBe(5);
    expect([await lies(files), await db.fileRemoval.count()]).toEqual([0, 0]);
    expect(await db.mediaAsset.count({ where: { id: pictureId, withdrawnReason: 'erased' } })).toBe(1);
    expect(await later()).toBe(0);
  });

  test('removed from the library are gone though a woman in it had said no before; a minute passes first', async () => {
    const [{ pictureId, files }, personId] = [await whole(), await makeMember(union.khuPho5)];
    expect((await answered(personId, pictureId, 'refused')).ok).toBe(true);
    await later();
    await removed(pictureId);
    expect([await removeFiles(goesOn, place.remove), await lies(files)]).toEqual([0, 5]);
    expect([await later(), await lies(files)]).toEqual([5, 0]);
    // no later yes brings it back
    expect(await db.mediaAsset.count({ where: { id: pictureId, withdrawnReason: 'removed' } })).toBe(1);
  });

  test('that another picture shows as well stay until that one ends too', async () => {
    const bytes = new Uint8Array(randomBytes(40));
    const [one, other] = [await whole(bytes), await whole(bytes)];
    expect(one.files[0]).toBe(other.files[0]);
    await removed(one.pictureId);
    expect([await later(), await lies(one.files), await lies(other.files)]).toEqual([4, 1, 5]);
    await removed(other.pictureId);
    expect([await later(), await lies(other.files)]).toEqual([5, 0]);
  });

  test('made while their picture was removed are none, and gone with the others', async () => {
    const pictureId = await added();
    const files = await filesOf(pictureId);
    const late: string[] = [];
    await makePictureSizes(goesOn, async () => {
      if (late.length === 0) await removed(pictureId);
      const made = await makeSize();
      late.push(made.sha256);
      return made;
    });
    expect(late).toHaveLength(4);
    expect(await db.mediaSize.count({ where: { pictureId } })).toBe(0);
    await later();
    expect(await lies([...files, ...late])).toBe(0);
  });
});

test('a recording that was taken away is gone from storage too', async () => {
  const articleId = await drafted(official, writing(union.longHung));
  const sha256 = await putSomething();
  const about = async () => ({ articleId, version: await versionOf(official, articleId), locale: 'vi' as const });
  const file = { readBy: 'Chị Lan', agreed: 'on' as const, soundFile: new File(['x'], 'doc.mp3') };
  const keep = async () => ok({ sha256, format: 'mp3' as const, bytes: 40, seconds: 9 });
  expect(await addSound(official, { ...(await about()), ...file }, keep)).toMatchObject({ ok: true });
  expect([await later(), await lies([sha256])]).toEqual([0, 1]);
  expect(await removeSound(official, await about())).toMatchObject({ ok: true });
  expect([await later(), await lies([sha256])]).toEqual([1, 0]);
});

describe('removing', () => {
  test('what cannot be removed keeps no other waiting, is told, and is removed once it can be', async () => {
    const files = [await putSomething(), await putSomething(), await putSomething()];
    const stuck = [...files].sort()[0];
    const failing = (sha256: string) =>
      sha256 === stuck ? Promise.reject(new Error('no bucket')) : place.remove(sha256);
    await expect(later(failing)).rejects.toThrow('no bucket');
    expect([await lies(files), await db.fileRemoval.count()]).toEqual([1, 1]);
    expect([await later(), await lies(files)]).toEqual([1, 0]);
  });

  test('what a process left behind that ended before its row was written is gone after ten minutes, not before', async () => {
    const sha256 = await putSomething();
    expect([await removeFiles(goesOn, place.remove), await lies([sha256])]).toEqual([0, 1]);
    const { dueAt } = await db.fileRemoval.findFirstOrThrow({ select: { dueAt: true } });
    expect(Math.round((dueAt.getTime() - Date.now()) / 60_000)).toBe(10);
    expect([await later(), await lies([sha256])]).toEqual([1, 0]);
  });

  test('a file that somebody puts there just as it is removed is there afterwards', async () => {
    const bytes = new Uint8Array(randomBytes(40));
    const sha256 = await putSomething(bytes);
    let again: Promise<string> | undefined;
    await later(async (hash) => {
      again = putSomething(bytes);
      // it waits until this has ended
      await expect(Promise.race([again, place.get('0'.repeat(64))])).resolves.toBeNull();
      await place.remove(hash);
    });
    await again;
    expect(await lies([sha256])).toBe(1);
    expect(await removeFiles(goesOn, place.remove)).toBe(0);
  });
});
