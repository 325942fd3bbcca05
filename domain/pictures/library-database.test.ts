import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { chooseLeadPicture } from '@/domain/articles/pictures/lead-picture-commands';
import { findPublishedSize } from '@/domain/articles/pictures/published-picture-queries';
import { takeConsent } from '@/domain/consents/consent-commands';
import { findPicture } from '@/domain/consents/faces/stored-picture-queries';
import { today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createConsentText } from '@/test/factories/consents';
import { bringOut, drafted, versionOf, writing } from '@/test/stages/articles';
import { eraseByTwo } from '@/test/stages/own-data/erasing';
import { added, goesOn, keepsAnything, versionOfPicture, wholePicture } from '@/test/stages/pictures';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { addPictureInput, editPictureInput } from './library';
import { addPicture, editPicture, removePicture, sayFaces } from './library-commands';
import { findLibraryPicture, listPictures } from './library-queries';
import { makePictureSizes } from './size-commands';

let union: TestUnion;
let province: Viewer;
let official: Viewer;
let textId: string;
beforeAll(async () => {
  union = await makeUnion();
  province = await makeViewer('province_official', union.province);
  official = await makeViewer('commune_official', union.longHung);
  textId = (await createConsentText(db, 'image')).id;
});

const words = { altVi: 'Chị em học gọi video', altEn: 'Women learn to call' };
/** The form of its words as it was drawn, with what was changed in it. */
async function edit(pictureId: string, change: Record<string, string>, version?: number) {
  const drawn = String(version ?? (await versionOfPicture(official, pictureId)));
  const fields = { pictureId, version: drawn, focalX: '50', focalY: '40', ...words, ...change };
  return editPicture(official, editPictureInput.parse(fields));
}
const say = async (pictureId: string, faces: 'nobody' | 'named', viewer = official) =>
  sayFaces(viewer, { pictureId, faces, version: await versionOfPicture(viewer, pictureId) });
const remove = async (pictureId: string, viewer = official) =>
  removePicture(viewer, { pictureId, version: await versionOfPicture(official, pictureId) });
function answered(personId: string, pictureId: string, answer: 'given' | 'refused') {
  const uses = answer === 'given' ? ['portal' as const] : [];
  const day = today();
  return takeConsent(official, { purpose: 'image', channel: 'paper', day, textId, personId, pictureId, answer, uses });
}
const stateOf = async (pictureId: string) => (await findLibraryPicture(official, pictureId))?.state;
/** What readers see of it at the head of an article. */
const isPublic = async (pictureId: string) => (await findPublishedSize(pictureId, 480, 'avif')) !== null;
async function ledBy(pictureId: string): Promise<string> {
  const articleId = await drafted(province, writing(union.longHung));
  const version = await versionOf(province, articleId);
  expect((await chooseLeadPicture(province, { articleId, pictureId, version })).ok).toBe(true);
  return articleId;
}

describe('the words of a picture', () => {
  test('in English stay once they are there, and a caption in English comes with them', async () => {
    const pictureId = await added(official, union.khuPho5);
    const captions = { captionVi: 'Lớp học tối thứ bảy', captionEn: 'A class on a Saturday' };
    expect(await edit(pictureId, { ...captions, altEn: '' })).toMatchObject({ problem: 'english-missing' });
    // its caption in Vietnamese alone waits with it
    expect(await edit(pictureId, { captionVi: captions.captionVi, altEn: '' })).toMatchObject({ ok: true });
    expect(await edit(pictureId, { captionVi: captions.captionVi })).toMatchObject({ problem: 'caption-half' });
    expect(await edit(pictureId, { captionEn: captions.captionEn })).toMatchObject({ problem: 'caption-half' });
    expect(await edit(pictureId, captions)).toMatchObject({ ok: true });
    expect(await edit(pictureId, { altEn: '' })).toMatchObject({ problem: 'english-missing' });
    expect((await findLibraryPicture(official, pictureId))?.words).toEqual({ ...words, ...captions });
  });

  test('of whoever was second are told, not written: one after the other or at once', async () => {
    const pictureId = await added(official, union.khuPho5);
    const version = await versionOfPicture(official, pictureId);
    const at = await Promise.all(['Một', 'Hai'].map((altVi) => edit(pictureId, { altVi: `${altVi} chị` }, version)));
    expect(at.filter(({ ok }) => ok)).toHaveLength(1);
    const lost = at.find(({ ok }) => !ok);
    const { altVi } = (await findLibraryPicture(official, pictureId))?.words ?? { altVi: '' };
    expect(lost).toMatchObject({ problem: 'changed-meanwhile', detail: { altVi } });
    expect(await edit(pictureId, { altVi: 'Ba chị' }, version)).toMatchObject({ problem: 'changed-meanwhile' });
    expect(await edit(pictureId, { altVi: 'Ba chị' })).toMatchObject({ ok: true });
  });
});

describe('a picture of the library', () => {
  test('is kept by its unit: who sees it alone changes nothing, and adds none there', async () => {
    const pictureId = await added(official, union.khuPho5);
    const reader = await makeViewer('viewer', union.province);
    expect(await findLibraryPicture(reader, pictureId)).toMatchObject({ kept: false });
    expect(await say(pictureId, 'nobody', reader)).toMatchObject({ problem: 'not-allowed' });
    expect(await remove(pictureId, reader)).toMatchObject({ problem: 'not-allowed' });
    const pictureFile = new File([new Uint8Array([1])], 'anh.jpg');
    const input = addPictureInput.parse({ unitId: union.trangDai.id, pictureFile, altVi: words.altVi });
    expect(await addPicture(official, input, keepsAnything)).toMatchObject({ problem: 'not-found' });
    expect(await say(pictureId, 'nobody')).toMatchObject({ ok: true });
  });

  test('removed is off every page and out of the library, whatever is answered later, and its row stays', async () => {
    const [pictureId, personId] = [
      await wholePicture(official, union.khuPho5, 'named'),
      await makeMember(union.khuPho5),
    ];
    expect((await answered(personId, pictureId, 'given')).ok).toBe(true);
    await bringOut(province, await ledBy(pictureId));
    expect(await isPublic(pictureId)).toBe(true);
    expect(await remove(pictureId)).toMatchObject({ ok: true });
    expect(await isPublic(pictureId)).toBe(false);
    expect(await db.mediaUse.count({ where: { pictureId, hiddenAt: null } })).toBe(0);
    expect(await findLibraryPicture(official, pictureId)).toBeNull();
    expect((await listPictures(official, {})).pictures.map(({ id }) => id)).not.toContain(pictureId);
    expect(await remove(pictureId)).toMatchObject({ problem: 'not-found' });
    for (const answer of ['refused', 'given'] as const) await answered(personId, pictureId, answer);
    expect(await isPublic(pictureId)).toBe(false);
    expect(await db.mediaAsset.count({ where: { id: pictureId, withdrawnReason: 'removed' } })).toBe(1);
  });

  test('of a woman who was erased is in the library no more; of one who refused it still is', async () => {
    const name = 'Phan Thị Xin Xóa';
    const [erasedId, refusedId] = [await makeMember(union.khuPho5, name), await makeMember(union.khuPho5)];
    const [hers, refused] = [await added(official, union.khuPho5), await added(official, union.khuPho5)];
    expect((await answered(erasedId, hers, 'given')).ok).toBe(true);
    expect((await answered(refusedId, refused, 'refused')).ok).toBe(true);
    const { version } = await db.person.findUniqueOrThrow({ where: { id: erasedId }, select: { version: true } });
    const input = { personId: erasedId, version, name, reason: 'asked' as const, askedOn: today() };
    expect((await eraseByTwo(official, input)).ok).toBe(true);
    const found = (await listPictures(official, {})).pictures.map(({ id }) => id);
    expect(found).toContain(refused);
    expect(found).not.toContain(hers);
    expect(await findLibraryPicture(official, hers)).toBeNull();
    expect(await findLibraryPicture(official, refused)).toMatchObject({ state: 'withdrawn' });
  });

  test('is found by its words in either language with marks or without, letters large or small, within her reach alone', async () => {
    const [call, cake, neighbours] = [
      await added(official, union.khuPho5, 'Tổ phụ nữ gọi video cho con'),
      await added(official, union.khuPho5, 'Gói bánh ngày Tết'),
      await added(province, union.trangDai, 'Trảng Dài gọi video cho con'),
    ];
    await edit(call, { altVi: 'Tổ phụ nữ gọi video cho con', altEn: 'Mothers call their sons' });
    const found = async (q: string, viewer = official) =>
      (await listPictures(viewer, { q })).pictures.map(({ id }) => id);
    for (const q of ['goi video', 'gọi video', 'GOI VIDEO', 'to phu nu goi', 'mothers call']) {
      expect(await found(q), q).toContain(call);
      for (const other of [cake, neighbours]) expect(await found(q), q).not.toContain(other);
    }
    expect(await found('goi banh')).toEqual([cake]);
    expect(await found('trang dai goi video')).toEqual([]);
    expect(await found('trang dai goi video', province)).toEqual([neighbours]);
    // what stands for anything in a pattern stands for itself here
    expect(await found('goi%video')).toEqual([]);
  });

  test('shows nobody no longer once somebody is named in it, and is asked about anew', async () => {
    const [pictureId, personId] = [
      await wholePicture(official, union.khuPho5, 'nobody'),
      await makeMember(union.khuPho5),
    ];
    const articleId = await ledBy(pictureId);
    expect(await stateOf(pictureId)).toBe('ready');
    expect((await answered(personId, pictureId, 'given')).ok).toBe(true);
    expect(await stateOf(pictureId)).toBe('faces-missing');
    expect(await say(pictureId, 'nobody')).toMatchObject({ problem: 'women-named' });
    await expect(bringOut(province, articleId)).rejects.toThrow('picture-may-not-show');
    expect(await say(pictureId, 'named')).toMatchObject({ ok: true });
    expect(await db.mediaUse.count({ where: { pictureId, hiddenAt: null } })).toBe(2);
  });

  test('in which everybody is said to be named is not ready while nobody is', async () => {
    const pictureId = await wholePicture(official, union.khuPho5, 'named');
    expect(await stateOf(pictureId)).toBe('faces-missing');
    expect((await answered(await makeMember(union.khuPho5), pictureId, 'given')).ok).toBe(true);
    expect(await stateOf(pictureId)).toBe('ready');
  });

  test('is handed over in the size that was made of it, whole where none was, and to a neighbour in none', async () => {
    const pictureId = await wholePicture(official, union.khuPho5, 'nobody');
    const neighbour = await makeViewer('commune_official', union.trangDai);
    const { sha256 } = await db.mediaSize.findFirstOrThrow({
      where: { pictureId, width: 480, format: 'webp' },
      select: { sha256: true },
    });
    const whole = await findPicture(official, pictureId);
    expect(await findPicture(official, pictureId, 480)).toEqual({
      sha256: Buffer.from(sha256).toString('hex'),
      mime: 'image/webp',
    });
    expect(await findPicture(official, pictureId, 333)).toEqual(whole);
    for (const width of [0, 480]) expect(await findPicture(neighbour, pictureId, width)).toBeNull();
  });

  test('that is said to show nobody while somebody is named in it shows nobody who did not agree', async () => {
    const pictureId = await wholePicture(official, union.khuPho5, 'named');
    const personId = await makeMember(union.khuPho5);
    const [, said] = await Promise.all([answered(personId, pictureId, 'given'), say(pictureId, 'nobody')]);
    const { faces } = await db.mediaAsset.findUniqueOrThrow({ where: { id: pictureId }, select: { faces: true } });
    expect(faces, String(said.ok)).not.toBe('nobody');
  });
});

test('twenty pictures of which no size can be made keep no other waiting', async () => {
  for (let broken = 0; broken < 20; broken++) await added(official, union.khuPho5);
  const last = await added(official, union.khuPho5);
  const { sha256 } = await db.mediaAsset.findUniqueOrThrow({ where: { id: last }, select: { sha256: true } });
  const whole = Buffer.from(sha256).toString('hex');
  const run = makePictureSizes(goesOn, async (hash, width) => {
    if (hash !== whole) throw new Error('broken');
    return { sha256: hash, bytes: width };
  });
  await expect(run).rejects.toThrow('broken');
  expect(await stateOf(last)).toBe('words-missing');
});
