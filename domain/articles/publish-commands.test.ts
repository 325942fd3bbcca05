import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import type { Locale } from '@/domain/locale';
import { searchPublished } from '@/domain/search/queries';
import { db, refusal } from '@/prisma/client';
import { drafted, inVietnamese, published, versionOf, writing } from '@/test/stages/articles';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import type { DraftInput } from './article';
import { editArticle } from './commands';
import { findArticle } from './draft-queries';
import { listArticleEvents } from './history-queries';
import { moveArticle, publishArticle, withdrawArticle } from './publish-commands';
import { findPublishedArticle, listPublishedAddresses, listPublishedArticles } from './queries';

let union: TestUnion;
let editor: Viewer;
let province: Viewer;
let official: Viewer;
let neighbour: Viewer;
let reader: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
  province = await makeViewer('province_official', union.province);
  official = await makeViewer('commune_official', union.trangDai);
  neighbour = await makeViewer('commune_official', union.longHung);
  reader = await makeViewer('viewer', union.province);
});

const publish = async (viewer: Viewer, articleId: string) =>
  publishArticle(viewer, { articleId, version: await versionOf(editor, articleId) });
const slugOf = async (articleId: string, locale: Locale = 'vi') =>
  (await findArticle(editor, articleId))?.slugs[locale] ?? '';
const liveOf = (articleId: string) =>
  db.publication.findMany({ where: { articleId, endedAt: null }, select: { locale: true }, take: 9 });

/** Is it in every list, under its address and found by search, in a language? */
async function seen(articleId: string, slug: string, locale: Locale): Promise<boolean[]> {
  const [list, all, page] = await Promise.all([
    listPublishedArticles(locale, { kind: 'story', take: 100 }),
    listPublishedAddresses(locale),
    findPublishedArticle(locale, 'story', slug),
  ]);
  const found = await searchPublished(locale, slug.replaceAll('-', ' '));
  return [
    list.articles.some(({ id }) => id === articleId),
    all.some(({ id }) => id === articleId),
    page !== null,
    found.articles.some((article) => article.slug === slug),
  ];
}

/** Writes another text, as the edit form does. */
async function rewrite(articleId: string, input: DraftInput, change: Partial<DraftInput>): Promise<void> {
  const { kind: _kind, unitId: _unit, ...words } = { ...input, ...change };
  const result = await editArticle(editor, { ...words, articleId, version: await versionOf(editor, articleId) });
  if (!result.ok) throw new Error(result.problem);
}

describe('publishing', () => {
  test('makes a story public in both languages at once, each knowing the other', async () => {
    const input = writing(union.province, { titleVi: 'Chị Vân học thêm', titleEn: 'Vân keeps learning' });
    const id = await drafted(editor, input);
    expect(await publish(editor, id)).toMatchObject({ ok: true, value: { id } });
    expect(await seen(id, 'chi-van-hoc-them', 'vi')).toEqual([true, true, true, true]);
    expect(await seen(id, 'van-keeps-learning', 'en')).toEqual([true, true, true, true]);
    expect(await findPublishedArticle('vi', 'story', 'chi-van-hoc-them')).toMatchObject({
      title: input.titleVi,
      twinSlug: 'van-keeps-learning',
    });
    expect(await findPublishedArticle('en', 'story', 'van-keeps-learning')).toMatchObject({
      twinSlug: 'chi-van-hoc-them',
    });
    expect(await findArticle(editor, id)).toMatchObject({ state: 'published', editionState: 'approved' });
  });

  test('a text in one language is public in one, and has no twin', async () => {
    const id = await published(editor, writing(union.province, inVietnamese));
    expect(await liveOf(id)).toEqual([{ locale: 'vi' }]);
    expect(await findPublishedArticle('vi', 'story', await slugOf(id))).toMatchObject({ twinSlug: null });
  });

  test('an official may draft, not publish; for a neighbour the draft does not exist', async () => {
    const id = await drafted(official, writing(union.trangDai));
    expect(await publish(official, id)).toEqual({ ok: false, problem: 'not-allowed' });
    expect(await publish(reader, id)).toEqual({ ok: false, problem: 'not-allowed' });
    expect(await publish(neighbour, id)).toEqual({ ok: false, problem: 'not-found' });
    expect(await liveOf(id)).toEqual([]);
    expect((await publish(province, id)).ok).toBe(true);
  });

  test('a text saved after she read it is not published by her', async () => {
    const input = writing(union.province);
    const id = await drafted(editor, input);
    const version = await versionOf(editor, id);
    await rewrite(id, input, { titleVi: 'Tựa chị chưa đọc' });
    expect(await publishArticle(editor, { articleId: id, version })).toEqual({
      ok: false,
      problem: 'changed-since-read',
    });
    expect(await liveOf(id)).toEqual([]);
  });

  test('twice at the same moment leaves one live publication a language, and one of the two hears that it is done', async () => {
    const id = await drafted(editor, writing(union.province));
    const version = await versionOf(editor, id);
    const results = await Promise.all(
      [editor, province, editor].map((viewer) => publishArticle(viewer, { articleId: id, version })),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    for (const result of results) if (!result.ok) expect(result.problem).toBe('nothing-new');
    expect((await liveOf(id)).map(({ locale }) => locale).sort()).toEqual(['en', 'vi']);
    expect(await publishArticle(editor, { articleId: id, version })).toEqual({ ok: false, problem: 'nothing-new' });
  });

  test('the database itself refuses a second live publication of a language', async () => {
    const id = await published(editor, writing(union.province));
    const live = await db.publication.findFirstOrThrow({ where: { articleId: id, locale: 'vi' } });
    const { id: _id, version: _version, ...copy } = live;
    const second = db.publication.create({ data: { ...copy, publishedAt: new Date() }, select: { id: true } });
    expect(refusal(await second.catch((error: unknown) => error))).toBe('one_publication');
  });

  test('a new edition takes the place of the old one at the same address', async () => {
    const input = writing(union.province, { titleVi: 'Bản thứ nhất' });
    const id = await published(editor, input);
    await rewrite(id, input, { titleVi: 'Bản thứ hai' });
    expect(await findPublishedArticle('vi', 'story', 'ban-thu-nhat')).toMatchObject({ title: 'Bản thứ nhất' });
    await publish(editor, id);
    expect(await findPublishedArticle('vi', 'story', 'ban-thu-nhat')).toMatchObject({ title: 'Bản thứ hai' });
    expect((await liveOf(id)).map(({ locale }) => locale).sort()).toEqual(['en', 'vi']);
  });

  test('two with the same title get two addresses, also when published at the same moment', async () => {
    const title = { titleVi: 'Cùng một tựa', titleEn: 'The same title' };
    const ids = [
      await drafted(editor, writing(union.province, title)),
      await drafted(editor, writing(union.province, title)),
    ];
    await Promise.all(ids.map((id) => publish(editor, id)));
    expect((await Promise.all(ids.map((id) => slugOf(id)))).sort()).toEqual(['cung-mot-tua', 'cung-mot-tua-2']);
    expect((await Promise.all(ids.map((id) => slugOf(id, 'en')))).sort()).toEqual([
      'the-same-title',
      'the-same-title-2',
    ]);
  });
});

describe('withdrawing', () => {
  test('takes a story from every list, from its address and from search at once, in both languages', async () => {
    const id = await published(editor, writing(union.province, { titleVi: 'Bài phải gỡ', titleEn: 'To be withdrawn' }));
    expect(await seen(id, 'bai-phai-go', 'vi')).toEqual([true, true, true, true]);
    expect((await withdrawArticle(editor, { articleId: id, notice: 'Sai số liệu.' })).ok).toBe(true);
    expect(await seen(id, 'bai-phai-go', 'vi')).toEqual([false, false, false, false]);
    expect(await seen(id, 'to-be-withdrawn', 'en')).toEqual([false, false, false, false]);
    expect(await findArticle(editor, id)).toMatchObject({ state: 'withdrawn' });
  });

  test('can be undone: the same text returns to the same address', async () => {
    const id = await published(editor, writing(union.province, { titleVi: 'Gỡ rồi đăng lại' }));
    await withdrawArticle(editor, { articleId: id });
    expect((await publish(editor, id)).ok).toBe(true);
    expect(await findPublishedArticle('vi', 'story', 'go-roi-dang-lai')).toMatchObject({ id });
  });

  test('is for who publishes; what is not public cannot be withdrawn', async () => {
    const id = await published(editor, writing(union.trangDai));
    expect(await withdrawArticle(official, { articleId: id })).toEqual({ ok: false, problem: 'not-allowed' });
    expect(await withdrawArticle(neighbour, { articleId: id })).toEqual({ ok: false, problem: 'not-found' });
    expect(await liveOf(id)).toHaveLength(2);
    const draft = await drafted(editor, writing(union.province));
    expect(await withdrawArticle(editor, { articleId: draft })).toEqual({ ok: false, problem: 'nothing-public' });
  });

  test('beside a publication of the same moment the two wait for each other: nothing half remains', async () => {
    const input = writing(union.province);
    const id = await published(editor, input);
    await rewrite(id, input, { titleVi: 'Bản mới cùng lúc' });
    const [publishing, withdrawing] = await Promise.all([
      publish(editor, id),
      withdrawArticle(province, { articleId: id }),
    ]);
    expect([publishing.ok, withdrawing.ok]).toEqual([true, true]);
    expect([0, 2]).toContain((await liveOf(id)).length);
  });
});

describe('addresses', () => {
  test('an old one leads on to the new one, for ever', async () => {
    const input = writing(union.province, { titleVi: 'Tựa gõ nhầm', titleEn: 'Mistyped title' });
    const id = await published(editor, input);
    await rewrite(id, input, { titleVi: 'Tựa gõ đúng' });
    await publish(editor, id);
    expect(await findArticle(editor, id)).toMatchObject({ outdated: ['vi'] });
    const move = async () => moveArticle(editor, { articleId: id, version: await versionOf(editor, id) });
    expect((await move()).ok).toBe(true);
    expect(await findPublishedArticle('vi', 'story', 'tua-go-nham')).toMatchObject({ movedTo: 'tua-go-dung' });
    expect(await findPublishedArticle('vi', 'story', 'tua-go-dung')).toMatchObject({ id });
    expect(await findPublishedArticle('en', 'story', 'mistyped-title')).toMatchObject({ id, twinSlug: 'tua-go-dung' });
    expect(await move()).toEqual({ ok: false, problem: 'nothing-new' });
    // Back again: the address it had is taken up, and the other one leads on.
    await rewrite(id, input, { titleVi: 'Tựa gõ nhầm' });
    await publish(editor, id);
    expect((await move()).ok).toBe(true);
    expect(await findPublishedArticle('vi', 'story', 'tua-go-dung')).toMatchObject({ movedTo: 'tua-go-nham' });
  });

  test('a withdrawn story has no address, old or new; a story is no news', async () => {
    const id = await published(editor, writing(union.province));
    const slug = await slugOf(id);
    expect(await findPublishedArticle('vi', 'news', slug)).toBeNull();
    expect(await findPublishedArticle('en', 'story', slug)).toBeNull();
    await withdrawArticle(editor, { articleId: id });
    expect(await findPublishedArticle('vi', 'story', slug)).toBeNull();
    expect(await moveArticle(editor, { articleId: id, version: await versionOf(editor, id) })).toMatchObject({
      problem: 'nothing-public',
    });
  });

  test('are given by who publishes', async () => {
    const id = await published(editor, writing(union.trangDai));
    const version = await versionOf(editor, id);
    expect(await moveArticle(official, { articleId: id, version })).toEqual({ ok: false, problem: 'not-allowed' });
    expect(await moveArticle(neighbour, { articleId: id, version })).toEqual({ ok: false, problem: 'not-found' });
  });
});

describe('history', () => {
  test('tells who wrote, published and withdrew, newest first, and why', async () => {
    const id = await published(editor, writing(union.trangDai));
    await withdrawArticle(province, { articleId: id, notice: 'Chờ xác minh.' });
    const events = await listArticleEvents(editor, id);
    expect(events).toMatchObject([
      { what: 'withdrew', by: province.displayName, languages: ['vi', 'en'], notice: 'Chờ xác minh.', edition: 1 },
      { what: 'published', by: editor.displayName, languages: ['vi', 'en'], edition: 1 },
      { what: 'wrote', by: editor.displayName, languages: ['vi', 'en'], edition: 1 },
    ]);
    expect(await listArticleEvents(neighbour, id)).toBeNull();
    expect(await listArticleEvents(editor, 'x')).toBeNull();
  });
});
