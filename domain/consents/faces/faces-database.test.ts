import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { findPicture } from '@/domain/consents/faces/stored-picture-queries';
import { findPublishedMaterialFile } from '@/domain/courses/queries';
import { toDate, today } from '@/domain/days/day';
import { meetCriterion } from '@/domain/digital-models/criteria/judge-commands';
import { db, refusal } from '@/prisma/client';
import { createConsentText } from '@/test/factories/consents';
import { createModel } from '@/test/factories/digital-models';
import { another } from '@/test/stages/articles';
import { makeCriterion } from '@/test/stages/digital-models';
import { keepsAnything } from '@/test/stages/pictures';
import { makeMember, makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { takeConsent } from '../consent-commands';
import { sayNotInPicture } from '../picture-commands';
import { sayFacesAgain } from './faces-commands';
import { findFacesWaiting, findPicturesToFace } from './faces-queries';

let union: TestUnion;
let official: Viewer;
let colleague: Viewer;
let neighbour: Viewer;
let reader: Viewer;
let textId: string;
beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  colleague = await another(official);
  neighbour = await makeViewer('commune_official', union.trangDai);
  reader = await makeViewer('viewer', union.province);
  textId = (await createConsentText(db, 'image')).id;
});

const model = () => createModel(db, union.khuPho5, { kind: 'digital_family', from: '2026-01-10' });
let made = 0;
const stored = (unitId: string) => ({
  data: {
    sha256: new Uint8Array(32).fill(++made),
    mime: 'image/webp',
    bytes: 1000,
    width: 800,
    height: 600,
    unitId,
    mediaTexts: { create: { locale: 'vi', alt: 'Chị em cùng học' } },
  },
  select: { id: true },
});
/** Every place beside the library where a picture is shown: answers with the picture, and whether it is there. */
const places = {
  'an activity': async () => {
    const { id: pictureId } = await db.mediaAsset.create(stored(union.khuPho5.id));
    const did = { modelId: (await model()).id, onDay: toDate('2026-05-02'), topic: 'Học gọi video', pictureId };
    await db.modelActivity.create({ data: { ...did, recordedById: official.accountId }, select: { id: true } });
    return { pictureId, shows: async () => (await findPicture(reader, pictureId)) !== null };
  },
  'a criterion': async () => {
    const [{ id: modelId }, criterionId] = [await model(), await makeCriterion('digital_family')];
    const file = { pictureFile: new File(['x'], 'anh.jpg'), pictureAlt: 'Ban chủ nhiệm' };
    const met = { modelId, criterionId, day: today(), evidence: 'Biên bản số 3', ...file };
    expect((await meetCriterion(official, met, keepsAnything)).ok).toBe(true);
    const row = await db.criterionMet.findFirstOrThrow({ where: { modelId }, select: { pictureId: true } });
    const pictureId = row.pictureId ?? '';
    return { pictureId, shows: async () => (await findPicture(reader, pictureId)) !== null };
  },
  'a course': async () => {
    const about = { level: 'basic', minutes: 60, audience: 'members', language: 'vi' } as const;
    const course = { data: { code: `faces-${++made}`, ...about }, select: { id: true } };
    const [{ id: courseId }, { id: fileId }] = [
      await db.course.create(course),
      await db.mediaAsset.create(stored(union.province.id)),
    ];
    const handed = { courseId, title: 'Ảnh lớp học', fileId, position: 1, locale: 'vi', isPublic: true };
    const { id } = await db.courseMaterial.create({ data: handed, select: { id: true } });
    return { pictureId: fileId, shows: async () => (await findPublishedMaterialFile(id)) !== null };
  },
};

const answered = (personId: string, pictureId: string, answer: 'given' | 'refused') =>
  takeConsent(official, { purpose: 'image', channel: 'paper', day: today(), textId, personId, pictureId, answer });
const say = async (viewer: Viewer, pictureId: string, faces: 'nobody' | 'named') =>
  sayFacesAgain(viewer, {
    pictureId,
    faces,
    version: (await findFacesWaiting(official, pictureId))?.version ?? 0,
  });

describe.each(Object.entries(places))('the picture of %s', (_place, place) => {
  test('of whom somebody took off a woman who had said no is seen nowhere until another has looked', async () => {
    const [{ pictureId, shows }, her] = [await place(), await makeMember(union.khuPho5)];
    await answered(her, pictureId, 'refused');
    expect(await sayNotInPicture(official, { personId: her, pictureId })).toMatchObject({ value: { waits: true } });
    expect(await shows()).toBe(false);
    expect(await findFacesWaiting(official, pictureId)).toMatchObject({ by: [official.displayName], hers: true });
    expect(await say(official, pictureId, 'nobody')).toEqual({ ok: false, problem: 'said-by-another' });
    expect(await shows()).toBe(false);
    expect(await findFacesWaiting(colleague, pictureId)).toMatchObject({ hers: false, mayLook: true });
    // whoever is to look sees it; who records no consents does not
    expect(await findPicture(colleague, pictureId)).not.toBeNull();
    expect([await findFacesWaiting(reader, pictureId), await say(reader, pictureId, 'nobody')]).toEqual([
      null,
      { ok: false, problem: 'not-found' },
    ]);
    expect(await findPicture(reader, pictureId)).toBeNull();
    expect((await findPicturesToFace(colleague)).first).not.toBeNull();
    expect(await say(colleague, pictureId, 'nobody')).toMatchObject({ ok: true });
    expect(await shows()).toBe(true);
    expect(await findFacesWaiting(colleague, pictureId)).toMatchObject({ by: [] });
    expect(await say(colleague, pictureId, 'nobody')).toEqual({ ok: false, problem: 'changed-since-read' });
  });

  test('of whom a woman is taken off who had agreed, or was not asked, shows on', async () => {
    const [{ pictureId, shows }, her] = [await place(), await makeMember(union.khuPho5)];
    await answered(her, pictureId, 'given');
    expect(await sayNotInPicture(official, { personId: her, pictureId })).toMatchObject({ value: { waits: false } });
    expect(await shows()).toBe(true);
  });

  test('stays off while another in it says no, whoever has looked', async () => {
    const [{ pictureId, shows }, one, other] = [
      await place(),
      await makeMember(union.khuPho5),
      await makeMember(union.khuPho5),
    ];
    for (const her of [one, other]) await answered(her, pictureId, 'refused');
    await sayNotInPicture(official, { personId: one, pictureId });
    expect(await findFacesWaiting(colleague, pictureId)).toMatchObject({ mayLook: false });
    expect(await findPicture(colleague, pictureId)).toBeNull();
    // who may not see it says nothing of it: her word would bring it back unseen with the other's yes
    for (const faces of ['nobody', 'named'] as const)
      expect(await say(colleague, pictureId, faces)).toEqual({ ok: false, problem: 'said-by-another' });
    expect(await shows()).toBe(false);
    await answered(other, pictureId, 'given');
    expect(await shows()).toBe(false);
    expect(await say(colleague, pictureId, 'nobody')).toEqual({ ok: false, problem: 'women-named' });
    expect(await say(colleague, pictureId, 'named')).toMatchObject({ ok: true });
    expect(await shows()).toBe(true);
  });

  test('comes back by no change of the row that does not say by whom', async () => {
    const [{ pictureId, shows }, her] = [await place(), await makeMember(union.khuPho5)];
    await answered(her, pictureId, 'refused');
    const off = db.mediaPerson.deleteMany({ where: { pictureId, personId: her } });
    expect(await off.catch(refusal)).toBe('taken_off_by_somebody');
    await sayNotInPicture(official, { personId: her, pictureId });
    for (const facesSaidById of [null, official.accountId]) {
      const said = db.mediaAsset.updateMany({ where: { id: pictureId }, data: { faces: 'nobody', facesSaidById } });
      expect(await said.catch(refusal)).toBe('faces_said_by_another');
    }
    expect(await shows()).toBe(false);
  });
});

test('the picture of a model is looked at by nobody beyond its reach; what is none is not found', async () => {
  const [{ pictureId }, her] = [await places['an activity'](), await makeMember(union.khuPho5)];
  await answered(her, pictureId, 'refused');
  await sayNotInPicture(official, { personId: her, pictureId });
  expect(await say(neighbour, pictureId, 'nobody')).toEqual({ ok: false, problem: 'not-found' });
  for (const id of [nothing, 'x']) expect(await findFacesWaiting(official, id)).toBeNull();
  expect((await findPicturesToFace(neighbour)).first?.id).not.toBe(pictureId);
});

test('a picture that waits for her is told behind two hundred of others that she does not see', async () => {
  const [{ pictureId }, her] = [await places['an activity'](), await makeMember(union.khuPho5)];
  await answered(her, pictureId, 'refused');
  await sayNotInPicture(official, { personId: her, pictureId });
  const [before, others] = [await findPicturesToFace(colleague), await findPicturesToFace(neighbour)];
  expect(before.count).toBeGreaterThan(0);
  const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
  try {
    await owner.query(
      `INSERT INTO media_asset (id, sha256, mime, bytes, unit_id, in_library, faces_not_by_ids)
        SELECT ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, sha256(('waits ' || n)::bytea), 'image/webp', 1, $1, true, ARRAY[$2::uuid] FROM generate_series(1, 201) n`,
      [union.trangDai.id, official.accountId],
    );
    expect(await findPicturesToFace(colleague)).toEqual(before);
    expect((await findPicturesToFace(neighbour)).count).toBe(others.count + 201);
    // gone through in parts, by their keys, nothing is told twice and nothing is left out
    for (const go of [1, 50, 67, 201]) expect(await findPicturesToFace(colleague, go), `${go}`).toEqual(before);
    expect((await findPicturesToFace(neighbour, 67)).count).toBe(others.count + 201);
  } finally {
    await owner.query(`DELETE FROM media_asset WHERE id < '00000000-0000-7000-8000-000000001000'`);
    await owner.end();
  }
});
