import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { chooseLeadPicture } from '@/domain/articles/pictures/lead-picture-commands';
import { takeConsent, withdrawConsent } from '@/domain/consents/consent-commands';
import { today } from '@/domain/days/day';
import { mergePersons, undoMerge } from '@/domain/merging/merge-commands';
import { pictureUses } from '@/domain/pictures/library';
import type { Piece } from '@/domain/texts/excerpt';
import { db, transaction } from '@/prisma/client';
import { createAccount } from '@/test/factories/accounts';
import { createConsent, createConsentText } from '@/test/factories/consents';
import { bringOut, drafted, versionOf, writing } from '@/test/stages/articles';
import { makeDouble, mergeOf } from '@/test/stages/merging';
import { wholePicture } from '@/test/stages/pictures';
import { tellsOf, unname } from '@/test/stages/stories/stories';
import { processOf, untilSomebodyWaitsFor } from '@/test/stages/waiting';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { searchPublishedArticles } from './article-queries';

let union: TestUnion;
let official: Viewer;
let province: Viewer;
let textId: string;
beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  province = await makeViewer('province_official', union.province);
  textId = (await createConsentText(db, 'image')).id;
});

const found = async (question: string, locale: 'vi' | 'en' = 'vi') =>
  (await searchPublishedArticles(locale, question, {})).articles;
const count = async (question: string, locale?: 'vi' | 'en') => (await found(question, locale)).length;
const plain = (pieces: readonly Piece[] = []) => pieces.map(({ text }) => text).join('');

const inUse = { purpose: 'image', channel: 'paper' } as const;
const says = (answer: 'given', personId: string, pictureId: string) =>
  takeConsent(official, {
    ...inUse,
    day: today(),
    personId,
    pictureId,
    textId,
    answer,
    asked: [...pictureUses],
    uses: [...pictureUses],
  });
const takesBack = (personId: string, pictureId: string) =>
  withdrawConsent(official, { ...inUse, day: today(), personId, pictureId });

/** A picture of one woman, who agrees, with words below it in Vietnamese. */
async function captioned(caption: string) {
  const [personId, pictureId] = [await makeMember(union.khuPho5), await wholePicture(official, union.khuPho5, 'named')];
  await db.mediaText.updateMany({ where: { pictureId, locale: 'vi' }, data: { caption } });
  expect((await says('given', personId, pictureId)).ok).toBe(true);
  return { personId, pictureId };
}
/** A piece in both languages before readers, with a picture at its head and perhaps one within. */
async function shown(lead: string, within?: string) {
  const body = `VNeID.\n\n[[/admin/pictures/${within}]]\n\nVNeID.`;
  const articleId = await drafted(province, writing(union.longHung, within ? { bodyVi: body, bodyEn: body } : {}));
  const version = await versionOf(province, articleId);
  expect((await chooseLeadPicture(province, { articleId, pictureId: lead, version })).ok).toBe(true);
  await bringOut(province, articleId);
  return articleId;
}

describe('what stands under a picture', () => {
  test('leads to the piece in its language and is shown, is found no more once who is in it takes her yes back, and is again', async () => {
    const { personId, pictureId } = await captioned('Mái đình Phú Mỹ chiều thứ bảy.');
    expect(await count('mai dinh phu my')).toBe(0);
    await shown(pictureId);
    const [piece] = await found('mai dinh phu my');
    expect(plain(piece?.excerpt)).toContain('Mái đình Phú Mỹ chiều thứ bảy.');
    expect(await count('mai dinh phu my', 'en')).toBe(0);
    expect((await takesBack(personId, pictureId)).ok).toBe(true);
    expect(await count('mai dinh phu my')).toBe(0);
    expect(await count(plain(piece?.title)), 'the text stands alone').toBe(1);
    expect((await says('given', personId, pictureId)).ok).toBe(true);
    expect(await count('mai dinh phu my')).toBe(1);
  });

  test('is found as it stands there now, once other words of it are approved', async () => {
    const { pictureId } = await captioned('Gánh hàng xén sớm mai.');
    await shown(pictureId);
    const [one, other] = [await createAccount(db), await createAccount(db)];
    const words = { alt: 'Chị em học gọi video', caption: 'Gánh hàng hoa sớm mai.' };
    const where = { pictureId, locale: 'vi' };
    await db.mediaTextWaiting.create({ data: { ...where, ...words, writtenByIds: [one.id], approvedById: other.id } });
    expect([await count('hang xen som mai'), await count('hang hoa som mai')]).toEqual([1, 0]);
    await db.mediaText.updateMany({ where, data: words });
    expect([await count('hang xen som mai'), await count('hang hoa som mai')]).toEqual([0, 1]);
  });

  test('is found of neither picture where two women take their yes back at once', async () => {
    const [one, other] = [await captioned('Cầu ván bến đò.'), await captioned('Vó cá bên sông.')];
    await shown(one.pictureId, other.pictureId);
    expect([await count('cau van ben do'), await count('vo ca ben song')]).toEqual([1, 1]);
    const { second } = await transaction(async (tx) => {
      await createConsent(tx, { id: one.personId }, 'image', { answer: 'withdrawn', at: new Date().toISOString() });
      const waiting = takesBack(other.personId, other.pictureId);
      await untilSomebodyWaitsFor(await processOf(tx));
      return { second: waiting };
    });
    expect((await second).ok).toBe(true);
    expect([await count('cau van ben do'), await count('vo ca ben song')]).toEqual([0, 0]);
  });
});

describe('a note on what was corrected that names a woman', () => {
  /** A piece that tells of her without her name, and whose note to readers says one. */
  async function notedOn(personId: string, changeNote: string) {
    const articleId = await tellsOf(official, await drafted(official, writing(union.longHung)), personId);
    await unname(official, articleId);
    await bringOut(official, articleId);
    await db.publication.updateMany({ where: { articleId, locale: 'vi' }, data: { changeNote } });
  }

  test('is not found by it once she is renamed to that name, and is again once it was a slip', async () => {
    const personId = await makeMember(union.khuPho5, 'Ngô Thị Tên Cũ');
    await notedOn(personId, 'Sửa tuổi của chị Ngô Thị Tên Mới.');
    const named = (fullName: string) => db.person.update({ where: { id: personId }, data: { fullName } });
    expect(await count('ngo thi ten moi')).toBe(1);
    await named('Ngô Thị Tên Mới');
    expect(await count('ngo thi ten moi')).toBe(0);
    await named('Ngô Thị Tên Cũ');
    expect(await count('ngo thi ten moi')).toBe(1);
  });

  test('is not found by it once her record is merged into one of that name, and is again once that is undone', async () => {
    const { survivorId: stays, absorbedId: goes } = await makeDouble(union, 'Lê Thị Gộp');
    await notedOn(goes, 'Sửa nghề của bà Lê Thị Gộp ở tổ 3.');
    expect(await count('nghe cua ba le thi gop')).toBe(1);
    const merged = await mergePersons(official, await mergeOf({ survivorId: stays, absorbedId: goes }));
    if (!merged.ok) throw new Error(merged.problem);
    expect(await count('nghe cua ba le thi gop')).toBe(0);
    expect(await undoMerge(official, { mergeId: merged.value.id })).toMatchObject({ ok: true });
    expect(await count('nghe cua ba le thi gop')).toBe(1);
  });
});
