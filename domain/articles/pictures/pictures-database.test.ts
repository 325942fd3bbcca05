import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { beginEdition } from '@/domain/articles/renewal/edition-commands';
import { takeConsent, withdrawConsent } from '@/domain/consents/consent-commands';
import { listAnswers } from '@/domain/consents/consent-queries';
import { usesOf } from '@/domain/consents/picture';
import { findPictureWomen } from '@/domain/consents/picture-use-queries';
import { addDays, today } from '@/domain/days/day';
import { sayFaces } from '@/domain/pictures/library-commands';
import { db, refusal } from '@/prisma/client';
import { createConsent, createConsentText } from '@/test/factories/consents';
import { bringOut, drafted, published, versionOf, writing } from '@/test/stages/articles';
import { added, goesOn, versionOfPicture, wholePicture } from '@/test/stages/pictures';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { chooseLeadPicture, removeLeadPicture } from './lead-picture-commands';
import { findHiddenPictures, findLeadPicture, listPlacesOfPicture } from './lead-picture-queries';
import { findPublishedSize } from './published-picture-queries';
import { settlePictureUses } from './settle-commands';

let union: TestUnion;
let province: Viewer;
let official: Viewer;
let neighbour: Viewer;
let textId: string;
beforeAll(async () => {
  union = await makeUnion();
  province = await makeViewer('province_official', union.province);
  official = await makeViewer('commune_official', union.longHung);
  neighbour = await makeViewer('commune_official', union.trangDai);
  textId = (await createConsentText(db, 'image')).id;
});

const inUse = { purpose: 'image', channel: 'paper', day: today() } as const;
const yes = (personId: string, pictureId: string, lastDay?: ReturnType<typeof today>) =>
  takeConsent(official, { ...inUse, personId, pictureId, textId, answer: 'given', uses: ['portal'], lastDay });
const lead = async (articleId: string, pictureId: string) =>
  chooseLeadPicture(province, { articleId, pictureId, version: await versionOf(province, articleId) });
const publish = (articleId: string): Promise<string> =>
  bringOut(province, articleId).then(
    () => 'published',
    (error: Error) => error.message,
  );
const shows = async (pictureId: string) => (await findPublishedSize(pictureId, 480, 'avif')) !== null;
async function settled() {
  const told: string[] = [];
  await settlePictureUses(goesOn, ({ pictureId, hidden, shown }) =>
    told.push(pictureId, hidden ? 'hidden' : 'shown', ...shown.map(({ id }) => id)),
  );
  return told;
}
/** An article that readers see, with a picture of one woman who agreed. */
async function shownWithHer() {
  const [personId, pictureId] = [await makeMember(union.khuPho5), await wholePicture(official, union.khuPho5, 'named')];
  expect((await yes(personId, pictureId)).ok).toBe(true);
  const articleId = await drafted(province, writing(union.longHung));
  expect((await lead(articleId, pictureId)).ok).toBe(true);
  expect(await publish(articleId)).toBe('published');
  return { personId, pictureId, articleId };
}

describe('a picture in public', () => {
  test('stands on a page while each woman in it agrees; a withdrawal takes it off its address at once, and the clock tells the page once', async () => {
    const { personId, pictureId, articleId } = await shownWithHer();
    expect(await shows(pictureId)).toBe(true);
    await settled();
    const withdrawal = { ...inUse, personId, pictureId, channel: 'phone' as const };
    expect((await withdrawConsent(official, withdrawal)).ok).toBe(true);
    expect(await shows(pictureId)).toBe(false);
    expect(await findHiddenPictures(province)).toMatchObject({ count: 1, first: { articleId } });
    expect(await settled()).toEqual(expect.arrayContaining([pictureId, 'hidden', articleId]));
    expect(await settled()).toEqual([]);
    // her yes anew brings it back, and that is told too
    expect((await yes(personId, pictureId)).ok).toBe(true);
    expect(await shows(pictureId)).toBe(true);
    expect(new Set(await settled())).toEqual(new Set([pictureId, 'shown', articleId]));
    expect(await findHiddenPictures(province)).toMatchObject({ count: 0 });
  });

  test('is hidden when its last agreed day is over, with nobody looking', async () => {
    const { personId, pictureId, articleId } = await shownWithHer();
    await settled();
    await createConsent(db, { id: personId }, 'image', {
      pictureId,
      use: 'portal',
      until: today(),
      at: new Date(Date.now() + 1).toISOString(),
    });
    expect(await settled()).toEqual(expect.arrayContaining([pictureId, articleId]));
    expect(await shows(pictureId)).toBe(false);
    // a clock that stood still for months makes up for it, and asks nothing again of who has agreed anew
    await createConsent(db, { id: personId }, 'image', {
      pictureId,
      use: 'portal',
      until: addDays(today(), -90),
      at: new Date(Date.now() + 2).toISOString(),
    });
    const asShown = () => db.mediaUse.updateMany({ where: { pictureId }, data: { hiddenAt: null } });
    await asShown();
    expect(await settled()).toEqual(expect.arrayContaining([pictureId, 'hidden', articleId]));
    expect((await yes(personId, pictureId)).ok).toBe(true);
    await settled();
    expect(await shows(pictureId)).toBe(true);
    expect(await settled()).toEqual([]);
    const over = await yes(await makeMember(union.khuPho5), pictureId, addDays(today(), -1));
    expect(over).toMatchObject({ problem: 'last-day-over' });
  });

  test('cannot be published without a yes of everybody in it, in words of one language, or before somebody said who is in it', async () => {
    const personId = await makeMember(union.khuPho5);
    const [silent, unsaid] = [
      await wholePicture(official, union.khuPho5, 'named'),
      await added(official, union.khuPho5),
    ];
    await takeConsent(official, { ...inUse, personId, pictureId: silent, textId, answer: 'given' });
    for (const pictureId of [silent, unsaid]) {
      const articleId = await drafted(province, writing(union.longHung));
      expect((await lead(articleId, pictureId)).ok).toBe(true);
      const refused = await publish(articleId);
      expect(refused, pictureId).toBe('picture-may-not-show');
      expect(await db.publication.count({ where: { articleId } })).toBe(0);
    }
    const nobody = await wholePicture(official, union.khuPho5, 'nobody');
    const articleId = await drafted(province, writing(union.longHung));
    await lead(articleId, nobody);
    expect(await publish(articleId)).toBe('published');
    expect(await shows(nobody)).toBe(true);
    // somebody is found in it after all
    await takeConsent(official, { ...inUse, personId, pictureId: nobody, textId, answer: 'refused' });
    expect(await shows(nobody)).toBe(false);
  });

  test('has no address before a page shows it, and none when the page has gone on without it', async () => {
    const pictureId = await wholePicture(official, union.khuPho5, 'nobody');
    expect(await shows(pictureId)).toBe(false);
    const articleId = await drafted(province, writing(union.longHung));
    await lead(articleId, pictureId);
    expect(await shows(pictureId)).toBe(false);
    await publish(articleId);
    expect(await shows(pictureId)).toBe(true);
    expect((await removeLeadPicture(province, { articleId, version: await versionOf(province, articleId) })).ok).toBe(
      true,
    );
    expect(await shows(pictureId)).toBe(false);
  });
});

describe('the picture at the head of an article', () => {
  test('goes on into the next edition and its other language, and what was approved keeps its own', async () => {
    const pictureId = await wholePicture(official, union.khuPho5, 'nobody');
    const articleId = await drafted(province, writing(union.longHung));
    await lead(articleId, pictureId);
    await publish(articleId);
    expect(await lead(articleId, pictureId)).toMatchObject({ problem: 'begin-an-edition' });
    const [text] = await db.editionText.findMany({ where: { edition: { articleId } }, select: { id: true }, take: 1 });
    const other = await wholePicture(official, union.khuPho5, 'nobody');
    const use = { pictureId: other, textId: text?.id ?? '', use: 'portal', atHead: false };
    const refused = await db.mediaUse
      .create({ data: use, select: { use: true } })
      .catch((error: unknown) => refusal(error));
    expect(refused).toBe('approved_text_fixed');
    await db.$executeRaw`INSERT INTO edition (id, article_id, number) VALUES (app.uuid7(), ${articleId}::uuid, 2)`;
    await db.$executeRaw`INSERT INTO edition_text (id, edition_id, locale, title, summary, body, plain) SELECT app.uuid7(), e.id, 'vi', 'Bài', 'Tóm tắt', '{}', 'Bài' FROM edition e WHERE e.article_id = ${articleId}::uuid AND e.number = 2`;
    expect(await findLeadPicture(province, articleId)).toMatchObject({ id: pictureId, hidden: false });
    expect(await db.mediaUse.count({ where: { pictureId, use: 'portal', text: { edition: { number: 2 } } } })).toBe(1);
  });

  test('goes on into an edition that begins in both languages at once, in each of them', async () => {
    const pictureId = await wholePicture(official, union.khuPho5, 'nobody');
    const articleId = await drafted(province, writing(union.longHung));
    await lead(articleId, pictureId);
    await publish(articleId);
    const begun = await beginEdition(province, { articleId, version: await versionOf(province, articleId) });
    expect(begun.ok).toBe(true);
    const carried = await db.mediaUse.findMany({
      where: { pictureId, text: { edition: { articleId, number: 2 } } },
      orderBy: [{ text: { locale: 'asc' } }, { use: 'asc' }],
      select: { use: true, text: { select: { locale: true } } },
      take: 9,
    });
    const uses = ['portal', 'print', 'share_card'];
    expect(carried).toEqual(['en', 'vi'].flatMap((locale) => uses.map((use) => ({ use, text: { locale } }))));
  });

  test('is told with its places, those first that readers see, and a draft as one that nobody saw', async () => {
    const pictureId = await wholePicture(official, union.khuPho5, 'nobody');
    const shown = await drafted(province, writing(union.longHung));
    await lead(shown, pictureId);
    await publish(shown);
    const draft = await drafted(province, writing(union.longHung));
    await lead(draft, pictureId);
    const places = (await listPlacesOfPicture(province, pictureId)) ?? [];
    expect(places.map(({ articleId, isPublic }) => [articleId, isPublic])).toEqual(
      [shown, shown, draft, draft].map((articleId) => [articleId, articleId === shown]),
    );
    expect(await findLeadPicture(province, draft)).toMatchObject({ hidden: false, withdrawn: false });
  });

  test('of a neighbour is neither found, nor chosen, nor told where it is used', async () => {
    const pictureId = await wholePicture(official, union.khuPho5, 'nobody');
    const articleId = await published(province, writing(union.longHung));
    const theirs = await drafted(neighbour, writing(union.trangDai));
    const version = await versionOf(neighbour, theirs);
    expect(await chooseLeadPicture(neighbour, { articleId: theirs, version, pictureId })).toMatchObject({
      problem: 'not-found',
    });
    expect(await chooseLeadPicture(neighbour, { articleId, version, pictureId })).toMatchObject({
      problem: 'not-found',
    });
    expect(await listPlacesOfPicture(neighbour, pictureId)).toBeNull();
    expect(await findPictureWomen(neighbour, pictureId)).toBeNull();
    const input = { pictureId, version: await versionOfPicture(official, pictureId), faces: 'named' as const };
    expect(await sayFaces(neighbour, input)).toMatchObject({ problem: 'not-found' });
  });
});

test('who is in a picture is told by name within reach, of others how many; rule and database agree on a use whatever was said when', async () => {
  const pictureId = await wholePicture(official, union.khuPho5, 'named');
  const editor = await makeViewer('editor', union.province);
  const orders = ['given', 'refused', 'withdrawn'] as const;
  for (const first of orders)
    for (const second of orders) {
      const personId = await makeMember(union.khuPho5, 'Nguyễn Thị Ảnh');
      await createConsent(db, { id: personId }, 'image', {
        pictureId,
        use: 'portal',
        answer: first,
        at: '2026-03-01T03:00:00Z',
      });
      await createConsent(db, { id: personId }, 'image', { pictureId, answer: second, at: '2026-03-02T03:00:00Z' });
      const [row] = await db.$queryRaw<{ agrees: boolean }[]>`
        SELECT app.agrees_to_picture(${personId}::uuid, ${pictureId}::uuid, 'portal') AS agrees`;
      const { portal } = usesOf((await listAnswers(official, personId)) ?? [], pictureId);
      expect(row?.agrees, `${first} ${second}`).toBe(portal.state === 'given');
      expect(row?.agrees).toBe(first === 'given' && second === 'given');
    }
  const personId = await makeMember(union.khuPho5, 'Nguyễn Thị Ảnh');
  await yes(personId, pictureId);
  expect(await findPictureWomen(official, pictureId)).toMatchObject({
    women: [{ name: 'Nguyễn Thị Ảnh', uses: { portal: { state: 'given' }, print: { state: 'not-asked' } } }],
    others: 0,
    allowed: { portal: true, share_card: false, print: false },
  });
  expect(await findPictureWomen(editor, pictureId)).toMatchObject({ women: [], others: 1, allowed: { portal: true } });
});
