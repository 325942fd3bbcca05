import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { findPicture } from '@/domain/consents/faces/stored-picture-queries';
import { addDays, toDate, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createConsent, createConsentText } from '@/test/factories/consents';
import { createModel } from '@/test/factories/digital-models';
import { eraseByTwo } from '@/test/stages/own-data/erasing';
import { makeMember, makeUnion, makeViewer, nothing, type TestUnion, type TestUnit } from '@/test/union';
import type { TakeConsentInput } from './consent';
import { takeConsent, withdrawConsent } from './consent-commands';
import { listAnswers, listConsents } from './consent-queries';
import { standingForPicture } from './picture';
import { sayNotInPicture } from './picture-commands';
import { listPictureConsents, listPicturesNear } from './picture-queries';

let union: TestUnion;
let official: Viewer;
let neighbour: Viewer;
let head: Viewer;
let textId: string;

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  neighbour = await makeViewer('commune_official', union.trangDai);
  head = await makeViewer('sub_association_head', union.khuPho5);
  textId = (await createConsentText(db, 'image')).id;
});

let made = 0;
/** A picture of what a model of the unit did. */
async function picture(unit: TestUnit = union.khuPho5): Promise<string> {
  const alt = `Chị em cùng học, ảnh ${++made}`;
  const picture = await db.mediaAsset.create({
    data: {
      sha256: new Uint8Array(32).fill(made),
      mime: 'image/webp',
      bytes: 1000,
      width: 800,
      height: 600,
      unitId: unit.id,
      uploadedById: official.accountId,
      mediaTexts: { create: { locale: 'vi', alt } },
    },
    select: { id: true },
  });
  const { id: modelId } = await createModel(db, unit, { kind: 'digital_womens_club', name: `Câu lạc bộ ${made}` });
  const activity = { modelId, onDay: toDate('2026-05-02'), topic: 'Học gọi video', pictureId: picture.id };
  await db.modelActivity.create({ data: { ...activity, recordedById: official.accountId }, select: { id: true } });
  return picture.id;
}
const answer = (personId: string, pictureId: string | undefined, more: Partial<TakeConsentInput> = {}) => ({
  personId,
  pictureId,
  textId,
  purpose: 'image' as const,
  answer: 'given' as const,
  channel: 'paper' as const,
  day: today(),
  ...more,
});
const withdrawal = (personId: string, pictureId?: string) => ({
  personId,
  pictureId,
  purpose: 'image' as const,
  channel: 'phone' as const,
  day: today(),
});
const shown = async (pictureId: string, viewer = official) => (await findPicture(viewer, pictureId)) !== null;
const states = async (personId: string) =>
  (await listPictureConsents(official, personId))?.map(({ id, state }) => [id, state]);

describe('one picture', () => {
  test('is asked about by itself: text, way, day and taker are kept with where the picture belongs', async () => {
    const [personId, pictureId, other] = [await makeMember(union.khuPho5), await picture(), await picture()];
    expect((await listPicturesNear(head, personId)).pictures.map(({ id }) => id)).toEqual(
      expect.arrayContaining([pictureId, other]),
    );
    expect((await takeConsent(head, answer(personId, pictureId))).ok).toBe(true);
    expect(await listPictureConsents(official, personId)).toMatchObject([
      {
        id: pictureId,
        state: 'given',
        shown: true,
        places: [{ modelName: expect.stringContaining('Câu lạc bộ'), what: 'Học gọi video', on: '2026-05-02' }],
        standing: { channel: 'paper', takenBy: head.displayName, text: { edition: 1, locale: 'vi' } },
        history: [{ answer: 'given' }],
      },
    ]);
    expect((await listPicturesNear(head, personId)).pictures.map(({ id }) => id)).not.toContain(pictureId);
    const whole = (await listConsents(official, personId))?.find(({ purpose }) => purpose === 'image');
    expect(whole).toMatchObject({ state: 'not-asked', history: [] });
    const [entry] = await db.auditEntry.findMany({ where: { subjectId: personId }, select: { change: true }, take: 1 });
    expect(entry?.change).toMatchObject({ purpose: 'image', answer: 'given', pictureId });
  });

  test('withdrawn, it is taken off every address at once; agreed to anew, it is there again', async () => {
    const [personId, pictureId] = [await makeMember(union.khuPho5), await picture()];
    await takeConsent(official, answer(personId, pictureId));
    expect(await shown(pictureId)).toBe(true);
    expect((await withdrawConsent(official, withdrawal(personId, pictureId))).ok).toBe(true);
    expect(await shown(pictureId)).toBe(false);
    expect(await states(personId)).toEqual([[pictureId, 'withdrawn']]);
    expect(await withdrawConsent(official, withdrawal(personId, pictureId))).toMatchObject({
      problem: 'nothing-to-withdraw',
    });
    expect((await takeConsent(official, answer(personId, pictureId))).ok).toBe(true);
    expect(await shown(pictureId)).toBe(true);
  });

  test('shows nobody who says no: one of several is enough, and who is taken off has no say any more', async () => {
    const pictureId = await picture();
    const [one, other] = [await makeMember(union.khuPho5), await makeMember(union.to1)];
    await takeConsent(official, answer(one, pictureId));
    await takeConsent(official, answer(other, pictureId, { answer: 'refused' }));
    expect(await shown(pictureId)).toBe(false);
    expect((await sayNotInPicture(official, { personId: other, pictureId })).ok).toBe(true);
    // until another has looked: faces-database.test.ts
    expect(await shown(pictureId)).toBe(false);
    expect(await listAnswers(official, other)).toMatchObject([{ answer: 'refused', pictureId }]);
    expect(await sayNotInPicture(official, { personId: other, pictureId })).toMatchObject({ problem: 'not-found' });
  });

  test('goes by the answer to pictures as a whole where none was given for it, and by a later no', async () => {
    const [personId, first, second] = [await makeMember(union.khuPho5), await picture(), await picture()];
    await takeConsent(official, answer(personId, first));
    await takeConsent(official, answer(personId, second, { answer: 'refused' }));
    await takeConsent(official, answer(personId, undefined));
    expect([await shown(first), await shown(second)]).toEqual([true, false]);
    await withdrawConsent(official, withdrawal(personId));
    expect([await shown(first), await shown(second)]).toEqual([false, false]);
    await takeConsent(official, answer(personId, undefined));
    expect([await shown(first), await shown(second)]).toEqual([true, false]);
  });

  test('is shown until she says no: the database takes no answer to pictures that would end on a day', async () => {
    const [personId, pictureId] = [await makeMember(union.khuPho5), await picture()];
    for (const more of [{ pictureId }, {}])
      await expect(
        createConsent(db, { id: personId }, 'image', { ...more, until: addDays(today(), 30) }),
      ).rejects.toThrow(/pictures_until_withdrawn/);
    await expect(createConsent(db, { id: personId }, 'image', { pictureId })).resolves.toBeDefined();
  });

  test('of a model beyond her reach is asked about by nobody, nor is a woman beyond it, nor another purpose', async () => {
    const [personId, here, there] = [await makeMember(union.khuPho5), await picture(), await picture(union.ongHuong)];
    const stranger = await makeMember(union.ongHuong);
    for (const [viewer, input] of [
      [official, answer(personId, there)],
      [official, answer(stranger, here)],
      [official, answer(personId, nothing)],
      [neighbour, answer(personId, here)],
      [official, answer(personId, here, { purpose: 'contact' })],
    ] as const)
      expect(await takeConsent(viewer, input)).toMatchObject({ problem: 'not-found' });
    expect(await withdrawConsent(neighbour, withdrawal(personId, here))).toMatchObject({ problem: 'not-found' });
    expect(await sayNotInPicture(neighbour, { personId, pictureId: here })).toMatchObject({ problem: 'not-found' });
    expect(await listPictureConsents(neighbour, personId)).toBeNull();
    expect((await listPicturesNear(neighbour, personId)).pictures).toEqual([]);
    expect((await listPicturesNear(official, personId)).pictures.map(({ id }) => id)).not.toContain(there);
    expect(await db.mediaPerson.count({ where: { pictureId: { in: [here, there] } } })).toBe(0);
    await expect(createConsent(db, { id: personId }, 'image', { pictureId: here })).resolves.toBeDefined();
    const wrong = { ...answer(personId, here), purpose: 'contact' as const, answeredAt: new Date() };
    const { day: _, ...row } = wrong;
    await expect(db.consent.create({ data: row as never, select: { id: true } })).rejects.toThrow(/answer_for_picture/);
  });

  test('erased, she is shown in none, and no answer brings one back', async () => {
    const [personId, pictureId] = [await makeMember(union.khuPho5, 'Nguyễn Thị Ảnh'), await picture()];
    const other = await makeMember(union.khuPho5);
    await takeConsent(official, answer(personId, pictureId));
    await takeConsent(official, answer(other, pictureId));
    const erasing = { personId, version: 1, name: 'Nguyễn Thị Ảnh', reason: 'asked', askedOn: today() } as const;
    expect((await eraseByTwo(official, erasing)).ok).toBe(true);
    expect(await shown(pictureId)).toBe(false);
    expect(await takeConsent(official, answer(other, pictureId))).toMatchObject({ problem: 'not-found' });
    await createConsent(db, { id: other }, 'image', { pictureId, at: '2026-11-01T00:00:00Z' });
    expect(await shown(pictureId)).toBe(false);
  });
});

test('the database and the rule in words agree on one picture, whatever was said when, of her record and a merged one', async () => {
  const pictureId = await picture();
  const answered = fc.array(
    fc.record({
      answer: fc.constantFrom('given', 'refused', 'withdrawn'),
      minute: fc.integer({ min: 0, max: 3 }),
      one: fc.boolean(),
      merged: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  );
  for (const said of fc.sample(answered, 20)) {
    const [id, absorbed] = [await makeMember(union.khuPho5), await makeMember(union.khuPho5)];
    await db.person.update({ where: { id: absorbed }, data: { mergedIntoId: id }, select: { id: true } });
    for (const { answer: given, minute, one, merged } of said)
      await createConsent(db, { id: merged ? absorbed : id }, 'image', {
        answer: given,
        at: `2026-03-01T03:0${minute}:00Z`,
        ...(one ? { pictureId } : {}),
      });
    const [row] = await db.$queryRaw<{ refused: boolean }[]>`
      SELECT app.refuses_picture(${id}::uuid, ${pictureId}::uuid) AS refused`;
    const standing = standingForPicture((await listAnswers(official, id)) ?? [], pictureId);
    expect(row?.refused, JSON.stringify(said)).toBe(standing !== null && standing.answer !== 'given');
  }
});
