import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { chooseLeadPicture } from '@/domain/articles/pictures/lead-picture-commands';
import { findPublishedSize } from '@/domain/articles/pictures/published-picture-queries';
import { takeConsent, withdrawConsent } from '@/domain/consents/consent-commands';
import { sayNotInPicture } from '@/domain/consents/picture-commands';
import { today } from '@/domain/days/day';
import { mergePersons } from '@/domain/merging/merge-commands';
import { db, refusal } from '@/prisma/client';
import { createConsentText } from '@/test/factories/consents';
import { another, bringOut, drafted, versionOf, writing } from '@/test/stages/articles';
import { makeDouble, mergeOf } from '@/test/stages/merging';
import { versionOfPicture, wholePicture } from '@/test/stages/pictures';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { type PictureUse, pictureUses } from './library';
import { sayFaces } from './library-commands';
import { findLibraryPicture } from './library-queries';

let union: TestUnion;
let official: Viewer;
let province: Viewer;
let colleague: Viewer;
let textId: string;
beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  province = await makeViewer('province_official', union.province);
  colleague = await another(official);
  textId = (await createConsentText(db, 'image')).id;
});

const inPicture = { purpose: 'image', channel: 'paper', day: today() } as const;
const answered = (
  personId: string,
  pictureId: string,
  answer: 'given' | 'refused',
  uses: PictureUse[] = [...pictureUses],
) => takeConsent(official, { ...inPicture, textId, personId, pictureId, answer, uses, asked: [...pictureUses] });
const say = async (viewer: Viewer, pictureId: string, faces: 'nobody' | 'named') =>
  sayFaces(viewer, { pictureId, faces, version: await versionOfPicture(viewer, pictureId) });
const isPublic = async (pictureId: string) => (await findPublishedSize(pictureId, 480, 'avif')) !== null;
const takeOff = (viewer: Viewer, personId: string, pictureId: string) =>
  sayNotInPicture(viewer, { personId, pictureId });

/** A public picture of these women, each of whom agrees to everything. */
async function publicOf(...women: string[]): Promise<string> {
  const pictureId = await wholePicture(official, union.khuPho5, 'nobody');
  for (const personId of women) expect((await answered(personId, pictureId, 'given')).ok).toBe(true);
  if (women.length > 0) expect((await say(official, pictureId, 'named')).ok).toBe(true);
  const articleId = await drafted(province, writing(union.longHung));
  await chooseLeadPicture(province, { articleId, pictureId, version: await versionOf(province, articleId) });
  await bringOut(province, articleId);
  expect(await isPublic(pictureId)).toBe(true);
  return pictureId;
}

describe('somebody who is taken off a public picture', () => {
  test('opens again who is in it, though another agrees: whoever took her off may say it where she had agreed', async () => {
    const [one, other] = [await makeMember(union.khuPho5), await makeMember(union.khuPho5)];
    const pictureId = await publicOf(one, other);
    expect(await takeOff(official, one, pictureId)).toMatchObject({ ok: true, value: { waits: false } });
    expect(await isPublic(pictureId)).toBe(false);
    expect(await findLibraryPicture(official, pictureId)).toMatchObject({ faces: null, facesWait: null });
    expect(await say(official, pictureId, 'named')).toMatchObject({ ok: true });
    expect(await isPublic(pictureId)).toBe(true);
  });

  test('and had said no stays unseen until somebody else says who is in it, alone or beside another woman', async () => {
    for (const beside of [[], [await makeMember(union.khuPho5)]]) {
      const her = await makeMember(union.khuPho5);
      const pictureId = await publicOf(her, ...beside);
      expect((await answered(her, pictureId, 'refused')).ok).toBe(true);
      expect(await takeOff(official, her, pictureId)).toMatchObject({ ok: true, value: { waits: true } });
      expect(await isPublic(pictureId)).toBe(false);
      const faces = beside.length > 0 ? 'named' : 'nobody';
      expect(await say(official, pictureId, faces)).toEqual({ ok: false, problem: 'said-by-another' });
      expect(await isPublic(pictureId)).toBe(false);
      const waits = { by: [official.displayName], hers: true };
      expect(await findLibraryPicture(official, pictureId)).toMatchObject({ state: 'faces-missing', facesWait: waits });
      expect(await findLibraryPicture(colleague, pictureId)).toMatchObject({ facesWait: { hers: false } });
      expect(await say(colleague, pictureId, faces)).toMatchObject({ ok: true });
      expect(await isPublic(pictureId)).toBe(true);
      expect(await findLibraryPicture(official, pictureId)).toMatchObject({ faces, facesWait: null });
    }
  });

  test('and had taken her yes back, or said no to one use alone, counts as one who said no', async () => {
    const [back, part] = [await makeMember(union.khuPho5), await makeMember(union.khuPho5)];
    const [taken, partly] = [await publicOf(back), await publicOf(part)];
    expect((await withdrawConsent(official, { ...inPicture, personId: back, pictureId: taken })).ok).toBe(true);
    expect((await answered(part, partly, 'given', ['portal'])).ok).toBe(true);
    for (const [her, pictureId] of [[back, taken] as const, [part, partly] as const]) {
      expect(await takeOff(official, her, pictureId)).toMatchObject({ value: { waits: true } });
      expect(await say(official, pictureId, 'nobody')).toMatchObject({ problem: 'said-by-another' });
    }
  });

  test('by two, each a no: neither of them confirms it, a third does', async () => {
    const [one, other] = [await makeMember(union.khuPho5), await makeMember(union.khuPho5)];
    const pictureId = await publicOf(one, other);
    for (const her of [one, other]) await answered(her, pictureId, 'refused');
    await takeOff(official, one, pictureId);
    await takeOff(colleague, other, pictureId);
    for (const viewer of [official, colleague])
      expect(await say(viewer, pictureId, 'nobody')).toMatchObject({ problem: 'said-by-another' });
    expect(await say(province, pictureId, 'nobody')).toMatchObject({ ok: true });
    expect(await isPublic(pictureId)).toBe(true);
  });

  test('whichever of her no and taking her off comes first: one person alone does not bring the picture back', async () => {
    for (let round = 0; round < 4; round++) {
      const her = await makeMember(union.khuPho5);
      const pictureId = await publicOf(her);
      await Promise.all([answered(her, pictureId, 'refused'), takeOff(official, her, pictureId)]);
      expect((await say(official, pictureId, 'nobody')).ok).toBe(false);
      expect(await isPublic(pictureId)).toBe(false);
    }
  });
});

test('the database takes off nobody who said no without who did it, and lets nobody say alone who is in it then', async () => {
  const her = await makeMember(union.khuPho5);
  const pictureId = await publicOf(her);
  await answered(her, pictureId, 'refused');
  const off = db.mediaPerson.deleteMany({ where: { pictureId, personId: her } });
  expect(await off.catch(refusal)).toBe('taken_off_by_somebody');
  await takeOff(official, her, pictureId);
  for (const facesSaidById of [null, official.accountId]) {
    const said = db.mediaAsset.updateMany({ where: { id: pictureId }, data: { faces: 'nobody', facesSaidById } });
    expect(await said.catch(refusal)).toBe('faces_said_by_another');
  }
});

test('of two records of one woman that become one nobody is taken off, and what was said of its faces stays', async () => {
  const two = await makeDouble(union);
  const pictureId = await publicOf(two.survivorId, two.absorbedId);
  expect((await mergePersons(official, await mergeOf(two))).ok).toBe(true);
  expect(await findLibraryPicture(official, pictureId)).toMatchObject({ faces: 'named' });
  expect(await isPublic(pictureId)).toBe(true);
});
