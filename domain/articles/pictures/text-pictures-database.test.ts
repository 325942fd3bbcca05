import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { draftArticle, editArticle } from '@/domain/articles/commands';
import { findArticle } from '@/domain/articles/draft-queries';
import { findPublishedArticle } from '@/domain/articles/queries';
import { beginEdition } from '@/domain/articles/renewal/edition-commands';
import { takeConsent, withdrawConsent } from '@/domain/consents/consent-commands';
import { today } from '@/domain/days/day';
import { editPictureInput } from '@/domain/pictures/library';
import { editPicture, removePicture } from '@/domain/pictures/library-commands';
import { db } from '@/prisma/client';
import { createConsentText } from '@/test/factories/consents';
import { bringOut, drafted, published, versionOf, writing } from '@/test/stages/articles';
import { goesOn, versionOfPicture, wholePicture } from '@/test/stages/pictures';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { findVersionWords, listVersions } from '../versions/version-queries';
import { chooseLeadPicture, removeLeadPicture } from './lead-picture-commands';
import { findLeadPicture, listPlacesOfPicture } from './lead-picture-queries';
import { findPublishedSize } from './published-picture-queries';
import { settlePictureUses } from './settle-commands';
import { PICTURES_MAX, picturesOf } from './text-picture';
import { mapTextPictures } from './text-picture-queries';

let union: TestUnion;
let province: Viewer;
let official: Viewer;
let neighbour: Viewer;
beforeAll(async () => {
  union = await makeUnion();
  province = await makeViewer('province_official', union.province);
  official = await makeViewer('commune_official', union.longHung);
  neighbour = await makeViewer('commune_official', union.trangDai);
});

const line = (pictureId: string) => `[[/admin/pictures/${pictureId}]]`;
const about = (...pictures: string[]) => {
  const lines = pictures.map(line).join('\n\n');
  return writing(union.longHung, { bodyVi: `Lời đầu.\n\n${lines}`, bodyEn: `First words.\n\n${lines}` });
};
const shows = async (pictureId: string) => (await findPublishedSize(pictureId, 480, 'avif')) !== null;
const readBy = async (articleId: string) => {
  const slugs = (await findArticle(province, articleId))?.slugs;
  const article = await findPublishedArticle('en', 'story', slugs?.en ?? '');
  if (!article || 'movedTo' in article) throw new Error('not public');
  return article.pictures.map(({ id, alt, widths }) => ({ id, alt, widths }));
};
const publish = (articleId: string): Promise<string> =>
  bringOut(province, articleId).then(
    () => 'published',
    (error: Error) => error.message,
  );

test('a picture within a text is seen with it, in the words of its language, and has no address before or after', async () => {
  const pictureId = await wholePicture(official, union.khuPho5, 'nobody');
  const articleId = await drafted(official, about(pictureId));
  expect(await shows(pictureId)).toBe(false);
  const texts = (await findArticle(official, articleId))?.texts ?? [];
  // the number alone is kept, and the words are the library's of the day
  expect(texts.map(({ body }) => body.content?.at(-1))).toEqual(
    texts.map(() => ({ type: 'picture', attrs: { ref: pictureId } })),
  );
  const told = async (viewer: Viewer) => {
    const article = await findArticle(viewer, articleId);
    return article && [...(await mapTextPictures(viewer, article, 'en')).values()];
  };
  expect(await told(official)).toEqual([{ id: pictureId, words: 'Women learn to call', caption: '', state: 'shown' }]);
  expect(await told(neighbour)).toBeNull();
  expect(await publish(articleId)).toBe('published');
  expect(await readBy(articleId)).toEqual([{ id: pictureId, alt: 'Women learn to call', widths: [480, 800] }]);
  expect(await shows(pictureId)).toBe(true);
  expect((await listPlacesOfPicture(official, pictureId))?.map((place) => place.articleId)).toContain(articleId);
  // without it in the next edition it has none again
  const next = { ...writing(union.longHung), articleId, version: await versionOf(province, articleId) };
  expect((await editArticle(province, next)).ok).toBe(true);
  expect(await shows(pictureId)).toBe(true);
  expect(await publish(articleId)).toBe('published');
  expect(await readBy(articleId)).toEqual([]);
  expect(await shows(pictureId)).toBe(false);
});

test('colleagues read under a picture what readers will, in the language of the text', async () => {
  const pictureId = await wholePicture(official, union.khuPho5, 'nobody');
  const alts = { altVi: 'Chị em học gọi video', altEn: 'Women learn to call', focalX: '50', focalY: '40' };
  const captions = { captionVi: 'Ở nhà chị Hoa.', captionEn: 'At Hoa’s house.' };
  const version = String(await versionOfPicture(official, pictureId));
  expect((await editPicture(official, editPictureInput.parse({ pictureId, version, ...alts, ...captions }))).ok).toBe(
    true,
  );
  const article = await findArticle(official, await drafted(official, about(pictureId)));
  const told = async (locale: 'vi' | 'en') =>
    article && (await mapTextPictures(official, article, locale)).get(pictureId)?.caption;
  expect([await told('vi'), await told('en')]).toEqual(Object.values(captions));
});

test('nothing is published with a woman’s picture within it before she agrees; her no takes it off the page and its address, and the page is told', async () => {
  const [personId, pictureId] = [await makeMember(union.khuPho5), await wholePicture(official, union.khuPho5, 'named')];
  const textId = (await createConsentText(db, 'image')).id;
  const answer = { purpose: 'image', channel: 'paper', day: today(), personId, pictureId } as const;
  const refusedBefore = await drafted(province, about(pictureId));
  expect(await publish(refusedBefore)).not.toBe('published');
  expect(await db.publication.count({ where: { articleId: refusedBefore } })).toBe(0);
  await takeConsent(official, { ...answer, textId, answer: 'given', uses: ['portal'] });
  const articleId = await drafted(province, about(pictureId));
  expect(await publish(articleId)).toBe('published');
  expect(await readBy(articleId)).toHaveLength(1);
  await settlePictureUses(goesOn, () => undefined);
  expect((await withdrawConsent(official, { ...answer, channel: 'phone' })).ok).toBe(true);
  expect(await readBy(articleId)).toEqual([]);
  expect(await shows(pictureId)).toBe(false);
  const told: string[] = [];
  await settlePictureUses(goesOn, ({ shown }) => told.push(...shown.map(({ id }) => id)));
  expect(told).toContain(articleId);
});

test('a neighbour’s picture is refused as one that does not exist, and words are not lost; what stood there stays, whoever writes on', async () => {
  const pictureId = await wholePicture(official, union.khuPho5, 'nobody');
  const unknown = '018f6d2a-0000-7000-8000-000000000001';
  for (const each of [pictureId, unknown]) {
    const sent = { ...about(each), unitId: union.trangDai.id };
    expect(await draftArticle(neighbour, sent)).toEqual({
      ok: false,
      problem: 'picture-not-found',
      detail: { picture: line(each) },
    });
  }
  const theirs = await wholePicture(neighbour, union.trangDai, 'nobody');
  const articleId = await drafted(province, about(theirs));
  const edit = { ...about(theirs), articleId, version: await versionOf(official, articleId) };
  expect((await editArticle(official, edit)).ok).toBe(true);
  const [text] = (await findArticle(official, articleId))?.texts ?? [];
  expect(text && picturesOf(text.body)).toEqual([theirs]);
});

test('a text holds twenty pictures and refuses one more', async () => {
  const pictures = [];
  for (let at = 0; at <= PICTURES_MAX; at++) pictures.push(await wholePicture(official, union.khuPho5, 'nobody'));
  expect((await draftArticle(official, about(...pictures.slice(1)))).ok).toBe(true);
  expect(await draftArticle(official, about(...pictures))).toMatchObject({ problem: 'too-many-pictures' });
});

test('one picture may stand at the head and within the text; taken off the head it stays within, and goes on into the next edition', async () => {
  const pictureId = await wholePicture(official, union.khuPho5, 'nobody');
  const articleId = await drafted(province, about(pictureId));
  const version = async () => versionOf(province, articleId);
  expect((await chooseLeadPicture(province, { articleId, pictureId, version: await version() })).ok).toBe(true);
  expect(await publish(articleId)).toBe('published');
  expect((await removeLeadPicture(province, { articleId, version: await version() })).ok).toBe(true);
  expect(await findLeadPicture(province, articleId)).toBeNull();
  expect(await readBy(articleId)).toHaveLength(1);
  expect((await beginEdition(province, { articleId, version: await version() })).ok).toBe(true);
  const uses = await db.mediaUse.findMany({
    where: { pictureId, use: 'portal', text: { edition: { articleId, number: 2 } } },
    select: { atHead: true },
    take: 5,
  });
  expect(uses).toEqual([{ atHead: false }, { atHead: false }]);
});

test('a picture that is removed from the library is drawn nowhere, and holds up no publication of its words', async () => {
  const pictureId = await wholePicture(official, union.khuPho5, 'nobody');
  const articleId = await published(province, about(pictureId));
  const draft = await drafted(province, about(pictureId));
  const removal = { pictureId, version: await versionOfPicture(official, pictureId) };
  expect((await removePicture(official, removal)).ok).toBe(true);
  expect(await readBy(articleId)).toEqual([]);
  expect(await publish(draft)).toBe('published');
  const edit = { ...about(pictureId), articleId, version: await versionOf(province, articleId) };
  expect((await editArticle(province, edit)).ok).toBe(true);
  const article = await findArticle(province, articleId);
  const within = article ? await mapTextPictures(province, article, 'vi') : null;
  expect(within?.get(pictureId)).toEqual({ id: pictureId, words: '', caption: '', state: 'gone' });
  expect(await publish(articleId)).toBe('published');
  expect(await readBy(articleId)).toEqual([]);
});

test('an earlier text tells who may see the article what its pictures show, and of one that has left the library nothing', async () => {
  const pictureId = await wholePicture(official, union.khuPho5, 'nobody');
  const articleId = await drafted(official, about(pictureId));
  const { kind: _kind, unitId: _unit, ...words } = writing(union.longHung);
  await editArticle(official, { ...words, articleId, version: await versionOf(official, articleId) });
  const ids = (await listVersions(official, articleId, 'vi')).versions.map(({ id }) => id);
  const told = async (viewer: Viewer) =>
    (await findVersionWords(viewer, articleId, 'vi', ids)).map((text) => text?.told);
  expect(await told(official)).toEqual([{}, { [pictureId]: 'Chị em học gọi video' }]);
  expect(await told(neighbour)).toEqual([undefined, undefined]);
  const version = await versionOfPicture(official, pictureId);
  expect((await removePicture(official, { pictureId, version })).ok).toBe(true);
  expect(await told(official)).toEqual([{}, {}]);
});
