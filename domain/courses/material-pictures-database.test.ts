import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { takeConsent, withdrawConsent } from '@/domain/consents/consent-commands';
import { findPicture } from '@/domain/consents/faces/stored-picture-queries';
import { sayNotInPicture } from '@/domain/consents/picture-commands';
import { listPictureConsents, listPicturesNear } from '@/domain/consents/picture-queries';
import { findMaterialPicture } from '@/domain/consents/picture-use-queries';
import { today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createConsentText } from '@/test/factories/consents';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { removeMaterial } from './material-commands';
import { findCourse, findMaterialFile, findPublishedMaterialFile, listPublishedMaterials } from './queries';

let union: TestUnion;
let official: Viewer;
let editor: Viewer;
let textId: string;
beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  editor = await makeViewer('editor', union.province);
  textId = (await createConsentText(db, 'image')).id;
});

let made = 0;
/** A file that a course hands out to everybody. */
async function material(mime = 'image/webp') {
  const code = `pictured-${++made}`;
  const about = { level: 'basic', minutes: 60, audience: 'members', language: 'vi' } as const;
  const { id: courseId } = await db.course.create({ data: { code, ...about }, select: { id: true } });
  const sha256 = new Uint8Array(32).fill(100 + made);
  const file = { sha256, mime, bytes: 1000, unitId: union.province.id, uploadedById: official.accountId };
  const { id: pictureId } = await db.mediaAsset.create({ data: file, select: { id: true } });
  const handed = { courseId, title: 'Ảnh lớp học', fileId: pictureId, position: 1, locale: 'vi', isPublic: true };
  const { id } = await db.courseMaterial.create({ data: handed, select: { id: true } });
  return { id, pictureId, code };
}
const inUse = { purpose: 'image', channel: 'paper', day: today() } as const;
const near = async (personId: string, viewer = official) =>
  (await listPicturesNear(viewer, personId)).pictures.map(({ id }) => id);
const isPublic = async ({ id, code }: { id: string; code: string }) => [
  (await findPublishedMaterialFile(id)) !== null,
  (await listPublishedMaterials('vi', code)).length === 1,
];

describe('a picture that a course hands out', () => {
  test('is asked about like every other: she is named in it, and her no takes it off every address at once, her yes back', async () => {
    const [personId, handed] = [await makeMember(union.khuPho5), await material()];
    const { pictureId } = handed;
    expect(await near(personId)).toContain(pictureId);
    expect(await takeConsent(official, { ...inUse, personId, pictureId, textId, answer: 'given' })).toMatchObject({
      ok: true,
    });
    expect(await listPictureConsents(official, personId)).toMatchObject([{ id: pictureId, alt: 'Ảnh lớp học' }]);
    expect(await near(personId)).not.toContain(pictureId);
    expect(await isPublic(handed)).toEqual([true, true]);
    expect(await withdrawConsent(official, { ...inUse, personId, pictureId })).toMatchObject({ ok: true });
    expect(await isPublic(handed)).toEqual([false, false]);
    expect([await findMaterialFile(official, handed.id), await findPicture(official, pictureId)]).toEqual([null, null]);
    expect(await listPictureConsents(official, personId)).toMatchObject([{ state: 'withdrawn', shown: false }]);
    expect(await sayNotInPicture(official, { personId, pictureId })).toMatchObject({
      ok: true,
      value: { waits: true },
    });
    // a no is not undone by one person
    expect(await isPublic(handed)).toEqual([false, false]);
  });

  test('is seen, to ask about it, by who sees trainings and by nobody else; a paper to read is no picture', async () => {
    const [{ pictureId }, paper] = [await material(), await material('application/pdf')];
    expect(await findPicture(official, pictureId)).toMatchObject({ mime: 'image/webp' });
    expect(await findPicture(editor, pictureId)).toBeNull();
    expect(await findPicture(official, paper.pictureId)).toBeNull();
    expect(await near(await makeMember(union.khuPho5))).not.toContain(paper.pictureId);
  });
});

describe('who is in a picture that a course hands out', () => {
  test('is told on its page by name within reach, of others how many, with what each answered; the course tells how many and whether it is shown', async () => {
    const { pictureId, code } = await material();
    const [hers, others] = [await makeMember(union.khuPho5, 'Lưu Thị Trong Ảnh'), await makeMember(union.trangDai)];
    const neighbour = await makeViewer('commune_official', union.trangDai);
    expect(await findMaterialPicture(official, pictureId)).toMatchObject({ women: [], others: 0, shown: true });
    const answer = (viewer: Viewer, personId: string, said: 'given' | 'refused') =>
      takeConsent(viewer, { ...inUse, personId, pictureId, textId, answer: said });
    expect((await answer(official, hers, 'given')).ok).toBe(true);
    expect((await answer(neighbour, others, 'refused')).ok).toBe(true);
    expect(await findMaterialPicture(official, pictureId)).toMatchObject({
      title: 'Ảnh lớp học',
      women: [{ id: hers, name: 'Lưu Thị Trong Ảnh', state: 'given' }],
      others: 1,
      shown: false,
    });
    expect(await findMaterialPicture(neighbour, pictureId)).toMatchObject({
      women: [{ id: others, state: 'refused' }],
      others: 1,
    });
    const { id } = await db.course.findUniqueOrThrow({ where: { code }, select: { id: true } });
    const picture = { id: pictureId, women: 2, shown: false };
    expect(await findCourse(official, id)).toMatchObject({ materials: [{ picture }] });
  });

  test('is told to nobody who sees no trainings or no answers, nor of a paper, nor once it is removed', async () => {
    const [handed, paper] = [await material(), await material('application/pdf')];
    const reader = await makeViewer('viewer', union.province);
    for (const viewer of [editor, reader]) expect(await findMaterialPicture(viewer, handed.pictureId)).toBeNull();
    expect(await findMaterialPicture(official, paper.pictureId)).toBeNull();
    expect(await findMaterialPicture(official, 'x')).toBeNull();
    const { id } = await db.course.findUniqueOrThrow({ where: { code: handed.code }, select: { id: true } });
    const province = await makeViewer('province_official', union.province);
    expect((await removeMaterial(province, { courseId: id, materialId: handed.id })).ok).toBe(true);
    expect(await findMaterialPicture(official, handed.pictureId)).toBeNull();
  });
});
