import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { sayFaces } from '@/domain/pictures/library-commands';
import { db } from '@/prisma/client';
import { bringOut, drafted, makeSkill, published, verified, versionOf, writing } from '@/test/stages/articles';
import { versionOfPicture, wholePicture } from '@/test/stages/pictures';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import type { DraftInput } from '../article';
import { editArticle } from '../commands';
import { findArticle } from '../draft-queries';
import { chooseLeadPicture, removeLeadPicture } from '../pictures/lead-picture-commands';
import { findLeadPicture } from '../pictures/lead-picture-queries';
import { type Beside, besideChanges } from './beside';
import { restoreText } from './restore-commands';
import { findVersionWords, listVersions } from './version-queries';

let union: TestUnion;
let lan: Viewer;
let mai: Viewer;
let [one, other] = ['', ''];
const topic = 'beside-words';

beforeAll(async () => {
  union = await makeUnion();
  lan = await makeViewer('editor', union.province);
  mai = await makeViewer('editor', union.province);
  [one, other] = [await wholePicture(lan, union.province, 'nobody'), await wholePicture(lan, union.province, 'nobody')];
  await makeSkill(topic);
});

const versions = async (articleId: string, locale: 'vi' | 'en' = 'vi') =>
  (await listVersions(lan, articleId, locale)).versions;
async function besideAll(articleId: string, locale: 'vi' | 'en' = 'vi'): Promise<(Beside | null)[]> {
  const ids = (await versions(articleId, locale)).map(({ id }) => id);
  const words = await Promise.all(ids.map((id) => findVersionWords(lan, articleId, locale, [id])));
  return words.map(([each]) => each?.beside ?? null);
}
const about = (change: Partial<DraftInput> = {}) =>
  writing(union.province, { communeIds: [union.longHung.id], wholeCity: undefined, ...change });
async function saved(articleId: string, { kind: _kind, unitId: _unit, ...words }: DraftInput, by = lan) {
  const result = await editArticle(by, { ...words, articleId, version: await versionOf(by, articleId) });
  if (!result.ok) throw new Error(result.problem);
}
async function headed(articleId: string, pictureId: string, by = lan) {
  const result = await chooseLeadPicture(by, { articleId, pictureId, version: await versionOf(by, articleId) });
  if (!result.ok) throw new Error(result.problem);
}
async function putBack(articleId: string, at: number, by = mai) {
  const textId = (await versions(articleId))[at]?.id ?? '';
  const result = await restoreText(by, { articleId, textId, version: await versionOf(by, articleId) });
  if (!result.ok) throw new Error(result.problem);
  return result.value;
}
const lead = async (articleId: string) => (await findLeadPicture(lan, articleId))?.id;

describe('a version', () => {
  test('holds the picture at the head, places, topics, drawing and source, in each language, also where no word was changed', async () => {
    const input = about();
    const id = await drafted(lan, input);
    await headed(id, one);
    await headed(id, other, mai);
    await saved(id, { ...input, ...verified, communeIds: [union.trangDai.id], topics: [topic], scene: 'market' });
    for (const locale of ['vi', 'en'] as const) {
      const [now, second, first, begun, ...more] = await besideAll(id, locale);
      expect(more).toEqual([]);
      expect([now?.picture, second?.picture, first?.picture, begun?.picture]).toEqual([other, other, one, null]);
      expect(now).toMatchObject({ communes: [union.trangDai.id], topics: [topic], scene: 'market', ...verified });
      expect(second).toMatchObject({ communes: [union.longHung.id], topics: [], scene: null, sourceName: null });
      expect(besideChanges(second ?? null, now ?? null)).toEqual(['places', 'topics', 'scene', 'source']);
      expect(besideChanges(first ?? null, second ?? null)).toEqual(['picture']);
    }
    const account = await db.account.findUnique({ where: { id: mai.accountId }, select: { displayName: true } });
    expect((await versions(id)).map(({ by }) => by)[1]).toBe(account?.displayName);
  });

  test('of a save that changes words and what stands beside them is one', async () => {
    const input = about({ titleVi: 'Một' });
    const id = await drafted(lan, input);
    await saved(id, { ...input, titleVi: 'Hai', communeIds: [union.trangDai.id] });
    expect((await versions(id)).map(({ title }) => title)).toEqual(['Hai', 'Một']);
    expect((await besideAll(id)).map((beside) => beside?.communes)).toEqual([[union.trangDai.id], [union.longHung.id]]);
    await saved(id, { ...input, titleVi: 'Hai', communeIds: [union.trangDai.id] });
    expect(await versions(id)).toHaveLength(2);
  });

  test('that readers saw keeps what stood beside it when a newer edition moves', async () => {
    const input = about({ titleVi: 'Đã đăng' });
    const id = await published(lan, input);
    await saved(id, { ...input, titleVi: 'Bản sau', communeIds: [union.trangDai.id] });
    await bringOut(lan, id);
    expect((await besideAll(id)).map((beside) => beside?.communes)).toEqual([[union.trangDai.id], [union.longHung.id]]);
  });

  test('from before this was kept says that nothing is known of it', async () => {
    const input = about();
    const id = await drafted(lan, input);
    const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await owner.connect();
    await owner.query(
      `INSERT INTO earlier_text (id, edition_id, locale, title, summary, body) SELECT app.uuid7(), t.edition_id, 'vi', 'Xưa', '—', t.body
        FROM edition_text t JOIN edition e ON e.id = t.edition_id WHERE e.article_id = $1 AND t.locale = 'vi'`,
      [id],
    );
    await owner.end();
    expect(await besideAll(id)).toMatchObject([{ communes: [union.longHung.id] }, null]);
    expect(besideChanges(null, (await besideAll(id))[0] ?? null)).toBeNull();
    expect(await putBack(id, 1)).toMatchObject({ stays: [] });
    expect((await findArticle(lan, id))?.communeIds).toEqual([union.longHung.id]);
  });
});

describe('putting a version back', () => {
  test('puts back what stood beside it, for both languages, and is a version and an author more', async () => {
    const input = about({ titleVi: 'Một', ...verified });
    const id = await drafted(lan, input);
    await headed(id, one);
    await saved(id, { ...about(), titleVi: 'Hai', topics: [topic], communeIds: [union.trangDai.id], scene: 'boat' });
    await headed(id, other);
    const before = await versions(id);
    const back = before.findIndex(({ title }) => title === 'Một');
    expect(await putBack(id, back)).toMatchObject({ begun: false, stays: [], shown: [] });
    expect(await findArticle(lan, id)).toMatchObject({
      communeIds: [union.longHung.id],
      topics: [],
      scene: null,
      source: { name: verified.sourceName },
    });
    expect(await lead(id)).toBe(one);
    const uses = await db.mediaUse.findMany({
      where: { use: 'portal', atHead: true, text: { edition: { articleId: id } } },
      select: { pictureId: true },
      take: 4,
    });
    expect(uses.map(({ pictureId }) => pictureId)).toEqual([one, one]);
    expect(await versions(id)).toHaveLength(before.length + 1);
    expect((await besideAll(id)).slice(0, 2).map((beside) => beside?.picture)).toEqual([one, other]);
  });

  test('of what is public begins an edition, in which places wait for its approval; whoever did it does not approve it', async () => {
    const input = about({ titleVi: 'Đã đăng' });
    const id = await published(lan, input);
    await saved(id, { ...input, titleVi: 'Bản sau', communeIds: [union.trangDai.id] });
    await bringOut(lan, id);
    expect(await putBack(id, 1)).toMatchObject({ begun: true, stays: [] });
    expect(await findArticle(lan, id)).toMatchObject({ number: 3, moving: true, communeIds: [union.longHung.id] });
    const places = await db.articleCommune.findMany({ where: { articleId: id }, select: { unitId: true }, take: 3 });
    expect(places.map(({ unitId }) => unitId)).toEqual([union.trangDai.id]);
    const authors = await db.editionAuthor.findMany({
      where: { edition: { articleId: id, number: 3 } },
      select: { accountId: true },
      take: 3,
    });
    expect(authors.map(({ accountId }) => accountId)).toEqual([mai.accountId]);
  });

  test('leaves the picture at the head where it is when the one of that version may not be shown any more, and says so', async () => {
    const id = await drafted(lan, about());
    const faces = await wholePicture(lan, union.province, 'nobody');
    await headed(id, faces);
    await headed(id, one);
    await sayFaces(lan, { pictureId: faces, version: await versionOfPicture(lan, faces), faces: 'named' });
    expect(await putBack(id, 1)).toMatchObject({ stays: ['picture'] });
    expect(await lead(id)).toBe(one);
  });

  test('takes the picture away again that was not there then', async () => {
    const id = await drafted(lan, about());
    await headed(id, one);
    expect(await putBack(id, 1)).toMatchObject({ stays: [] });
    expect(await lead(id)).toBeUndefined();
    await headed(id, one);
    await removeLeadPicture(lan, { articleId: id, version: await versionOf(lan, id) });
    expect((await besideAll(id)).slice(0, 2).map((beside) => beside?.picture)).toEqual([null, one]);
  });

  test('of a public piece moves no places for a commune that does not publish, and says so', async () => {
    const official = await makeViewer('province_official', union.province);
    const writer = await makeViewer('sub_association_head', union.khuPho5);
    const input = about({ unitId: union.khuPho5.id });
    const id = await published(official, input);
    await saved(id, { ...input, titleVi: 'Bản sau', communeIds: [union.trangDai.id] }, official);
    await bringOut(official, id);
    const result = await restoreText(writer, {
      articleId: id,
      textId: (await versions(id))[1]?.id ?? '',
      version: await versionOf(official, id),
    });
    expect(result).toMatchObject({ ok: true, value: { stays: ['about'] } });
    expect((await findArticle(lan, id))?.communeIds).toEqual([union.trangDai.id]);
  });
});
