import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { findPublishedArticle } from '@/domain/articles/queries';
import type { TakeConsentInput } from '@/domain/consents/consent';
import { takeConsent, withdrawConsent } from '@/domain/consents/consent-commands';
import { findPictureWomen } from '@/domain/consents/picture-use-queries';
import { addDays, type Day, today } from '@/domain/days/day';
import { findPreview, findPreviewSize } from '@/domain/newsroom/previews/preview-queries';
import type { PictureUse } from '@/domain/pictures/library';
import { removePicture } from '@/domain/pictures/library-commands';
import { findPictureForPrint } from '@/domain/pictures/library-queries';
import { db, refusal } from '@/prisma/client';
import { createConsent, createConsentText } from '@/test/factories/consents';
import { bringOut, drafted, versionOf, writing } from '@/test/stages/articles';
import { goesOn, versionOfPicture, wholePicture } from '@/test/stages/pictures';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { chooseLeadPicture, removeLeadPicture } from './lead-picture-commands';
import { findLeadPicture, listPlacesOfPicture } from './lead-picture-queries';
import { findPublishedSize } from './published-picture-queries';
import { settlePictureUses } from './settle-commands';

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

const ALL: PictureUse[] = ['portal', 'share_card', 'print'];
type Asked = { personId: string; pictureId: string };
const inUse = { purpose: 'image', channel: 'paper', day: today() } as const;
const answers = (asked: Asked, uses: PictureUse[], more: Partial<TakeConsentInput> = {}) =>
  takeConsent(official, { ...inUse, ...asked, textId, answer: 'given', asked: ALL, uses, ...more });
const withdraws = (asked: Asked, use?: PictureUse) => withdrawConsent(official, { ...inUse, ...asked, use });
/** What readers get of the picture of an article: on its page, with the card, on paper. */
async function seenIn(articleId: string) {
  const where = { articleId, locale: 'vi' };
  const { slug, article } = await db.articleSlug.findFirstOrThrow({
    where,
    select: { slug: true, article: { select: { kind: true } } },
  });
  const read = article.kind === 'page' ? null : await findPublishedArticle('vi', article.kind, slug);
  if (!read || !('lead' in read)) throw new Error('no reader finds it');
  return read.lead && [read.lead.onCard, read.lead.onPaper];
}
const isOnCard = async (pictureId: string) => (await findPublishedSize(pictureId, 480, 'webp', 'share_card')) !== null;
async function settled() {
  const told: string[] = [];
  await settlePictureUses(goesOn, ({ shown }) => told.push(...shown.map(({ id }) => id)));
  return told;
}
async function led(pictureId: string) {
  const articleId = await drafted(province, writing(union.longHung));
  const version = await versionOf(province, articleId);
  expect((await chooseLeadPicture(province, { articleId, pictureId, version })).ok).toBe(true);
  return articleId;
}
/** A public article with a picture of one woman, who agreed to these uses. */
async function shownWith(uses: PictureUse[]) {
  const [personId, pictureId] = [await makeMember(union.khuPho5), await wholePicture(official, union.khuPho5, 'named')];
  const asked = { personId, pictureId };
  expect((await answers(asked, uses)).ok).toBe(true);
  const articleId = await led(pictureId);
  await bringOut(province, articleId);
  await settled();
  return { asked, articleId };
}

describe('a picture on the card of its article, and on paper', () => {
  test('is there while each woman in it agrees to just that; her yes to the page alone publishes it without', async () => {
    const { asked, articleId } = await shownWith(['portal']);
    const { pictureId } = asked;
    expect(await seenIn(articleId)).toEqual([false, false]);
    expect(await isOnCard(pictureId)).toBe(false);
    expect((await answers(asked, ['portal', 'share_card'])).ok).toBe(true);
    expect(await seenIn(articleId)).toEqual([true, false]);
    expect(await settled()).toContain(articleId);
    // a second woman in it, who was not asked for cards
    const second = { personId: await makeMember(union.khuPho5), pictureId };
    expect((await answers(second, ['portal', 'print'])).ok).toBe(true);
    expect(await seenIn(articleId)).toEqual([false, false]);
    for (const each of [asked, second]) await answers(each, ALL);
    expect(await seenIn(articleId)).toEqual([true, true]);
    expect(await isOnCard(pictureId)).toBe(true);
  });

  test('leaves the card on a withdrawal of just that, told once by the clock; page and paper keep it', async () => {
    const { asked, articleId } = await shownWith(ALL);
    const { pictureId } = asked;
    expect((await withdraws(asked, 'share_card')).ok).toBe(true);
    expect(await seenIn(articleId)).toEqual([false, true]);
    expect([await isOnCard(pictureId), (await findPublishedSize(pictureId, 480, 'webp')) !== null]).toEqual([
      false,
      true,
    ]);
    expect(await settled()).toContain(articleId);
    expect(await settled()).toEqual([]);
    expect(await withdraws(asked, 'share_card')).toMatchObject({ problem: 'nothing-to-withdraw' });
    expect((await withdraws(asked, 'print')).ok).toBe(true);
    expect(await seenIn(articleId)).toEqual([false, false]);
    expect((await findPictureWomen(official, pictureId))?.women[0]?.uses).toMatchObject({
      portal: { state: 'given', channel: 'paper' },
      share_card: { state: 'withdrawn' },
      print: { state: 'withdrawn' },
    });
  });

  test('leaves both with the page: when she takes back the page alone, the whole picture, or pictures as a whole', async () => {
    for (const use of ['portal', undefined] as const) {
      const { asked, articleId } = await shownWith(ALL);
      expect((await withdraws(asked, use)).ok).toBe(true);
      expect(await seenIn(articleId)).toBeNull();
      expect(await isOnCard(asked.pictureId)).toBe(false);
      expect(await settled()).toContain(articleId);
    }
    const { asked, articleId } = await shownWith(ALL);
    const day = today();
    await takeConsent(official, {
      purpose: 'image',
      personId: asked.personId,
      textId,
      answer: 'refused',
      channel: 'zalo',
      day,
    });
    expect(await seenIn(articleId)).toBeNull();
    expect(await isOnCard(asked.pictureId)).toBe(false);
  });

  test('of nobody who can be recognised is there; one that left the library is on neither', async () => {
    const pictureId = await wholePicture(official, union.khuPho5, 'nobody');
    const articleId = await led(pictureId);
    await bringOut(province, articleId);
    expect(await seenIn(articleId)).toEqual([true, true]);
    expect(await isOnCard(pictureId)).toBe(true);
    expect(await findLeadPicture(province, articleId)).toMatchObject({ onCard: true, onPaper: true });
    expect((await listPlacesOfPicture(province, pictureId))?.map(({ onCard }) => onCard)).toEqual([true, true]);
    await removePicture(official, { pictureId, version: await versionOfPicture(official, pictureId) });
    expect(await seenIn(articleId)).toBeNull();
    expect(await isOnCard(pictureId)).toBe(false);
  });

  test('leaves when the last agreed day of that use is over, with nobody looking', async () => {
    const { asked, articleId } = await shownWith(ALL);
    const at = new Date(Date.now() + 1).toISOString();
    await createConsent(db, { id: asked.personId }, 'image', { ...asked, use: 'share_card', until: today(), at });
    await db.mediaUse.updateMany({ where: { pictureId: asked.pictureId }, data: { hiddenAt: null } });
    expect(await settled()).toContain(articleId);
    expect(await seenIn(articleId)).toEqual([false, true]);
  });

  test('is looked at before it is public by colleagues alone, and only with that yes', async () => {
    const pictureId = await wholePicture(official, union.khuPho5, 'named');
    const asked = { personId: await makeMember(union.khuPho5), pictureId };
    await answers(asked, ['portal', 'share_card']);
    const articleId = await led(pictureId);
    const size = { pictureId, width: 480, format: 'webp', use: 'share_card' as const };
    expect((await findPreview(official, articleId, 'vi'))?.article.lead).toMatchObject({
      onCard: true,
      onPaper: false,
    });
    expect(await findPreviewSize(official, articleId, size)).not.toBeNull();
    expect(await isOnCard(pictureId)).toBe(false);
    const neighbour = await makeViewer('commune_official', union.trangDai);
    expect(await findPreviewSize(neighbour, articleId, size)).toBeNull();
    await withdraws(asked, 'share_card');
    expect(await findPreviewSize(official, articleId, size)).toBeNull();
  });
});

describe('the uses of a picture in a text', () => {
  test('are those of its page, written by the database: none by itself, and gone with it', async () => {
    const pictureId = await wholePicture(official, union.khuPho5, 'nobody');
    const articleId = await led(pictureId);
    const [text] = await db.editionText.findMany({ where: { edition: { articleId } }, select: { id: true }, take: 1 });
    const other = await wholePicture(official, union.khuPho5, 'nobody');
    for (const data of [
      { pictureId: other, use: 'print' },
      { pictureId: other, use: 'share_card' },
      { pictureId, use: 'share_card', atHead: false },
    ]) {
      const made = db.mediaUse.create({ data: { textId: text?.id ?? '', ...data }, select: { use: true } });
      expect(await made.catch((error: unknown) => refusal(error))).toBe('use_follows_portal');
    }
    const count = () => db.mediaUse.count({ where: { pictureId } });
    expect(await count()).toBe(6);
    await removeLeadPicture(province, { articleId, version: await versionOf(province, articleId) });
    expect(await count()).toBe(0);
  });
});

describe('her answers for one picture', () => {
  test('are asked use by use: what she was asked and did not agree to is a no, a yes until a day ends with it', async () => {
    const asked = {
      personId: await makeMember(union.khuPho5),
      pictureId: await wholePicture(official, union.khuPho5, 'named'),
    };
    const lastDay: Day = addDays(today(), 30);
    expect((await answers(asked, ['portal', 'print'], { lastDay })).ok).toBe(true);
    const women = await findPictureWomen(official, asked.pictureId);
    expect(women?.women[0]?.uses).toEqual({
      portal: { state: 'given', on: today(), channel: 'paper', lastDay },
      share_card: { state: 'refused', on: today(), channel: 'paper', lastDay: null },
      print: { state: 'given', on: today(), channel: 'paper', lastDay },
    });
    expect(women?.allowed).toEqual({ portal: true, share_card: false, print: true });
    // a no to all is a no to the picture
    expect((await answers(asked, [], { answer: 'refused' })).ok).toBe(true);
    const after = await findPictureWomen(official, asked.pictureId);
    expect(Object.values(after?.women[0]?.uses ?? {}).map(({ state }) => state)).toEqual(Array(3).fill('refused'));
    expect(after?.allowed).toEqual({ portal: false, share_card: false, print: false });
  });

  test('let it be taken out for print by who keeps it within reach, while each of them agrees to that', async () => {
    const asked = {
      personId: await makeMember(union.khuPho5),
      pictureId: await wholePicture(official, union.khuPho5, 'named'),
    };
    await answers(asked, ['portal', 'share_card']);
    expect(await findPictureForPrint(official, asked.pictureId)).toBeNull();
    await answers(asked, ['print']);
    expect(await findPictureForPrint(official, asked.pictureId)).toMatchObject({
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const neighbour = await makeViewer('commune_official', union.trangDai);
    expect(await findPictureForPrint(neighbour, asked.pictureId)).toBeNull();
    await withdraws(asked, 'print');
    expect(await findPictureForPrint(official, asked.pictureId)).toBeNull();
  });
});
