import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { type DraftInput, draftInput } from '@/domain/articles/article';
import { editArticle } from '@/domain/articles/commands';
import { findArticle } from '@/domain/articles/draft-queries';
import { findPublishedArticle, listPublishedAddresses, listPublishedArticles } from '@/domain/articles/queries';
import type { Locale } from '@/domain/locale';
import { searchPublished } from '@/domain/search/queries';
import { db, refusal } from '@/prisma/client';
import {
  another,
  bringOut,
  drafted,
  inVietnamese,
  published,
  submitted,
  versionOf,
  withdrawing,
  writing,
} from '@/test/stages/articles';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { approveArticle } from './decision-commands';
import { listArticleEvents } from './history-queries';
import { moveArticle, publishArticle, withdrawArticle } from './publish-commands';
import { findStanding } from './standing-queries';

let union: TestUnion;
let editor: Viewer;
let province: Viewer;
let head: Viewer;
let neighbour: Viewer;
let reader: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
  province = await makeViewer('province_official', union.province);
  head = await makeViewer('sub_association_head', union.ongHuong);
  neighbour = await makeViewer('commune_official', union.longHung);
  reader = await makeViewer('viewer', union.province);
});

const inBoth: Locale[] = ['vi', 'en'];
const form = async (articleId: string, locales: Locale[] = inBoth) => ({
  articleId,
  version: await versionOf(editor, articleId),
  locales,
});
const publish = async (viewer: Viewer, articleId: string, locales: Locale[] = inBoth) =>
  publishArticle(viewer, await form(articleId, locales));
const slugOf = async (articleId: string, locale: Locale = 'vi') =>
  (await findArticle(editor, articleId))?.slugs[locale] ?? '';
const liveOf = (articleId: string) =>
  db.publication.findMany({ where: { articleId, endedAt: null }, select: { locale: true }, take: 9 });
const stepsOf = async (articleId: string) =>
  (await findStanding(editor, articleId))?.languages.map(({ locale, step }) => `${locale} ${step}`);

/** An article that somebody else has approved, and nobody published. */
async function approved(input: DraftInput): Promise<string> {
  const id = await submitted(editor, await drafted(editor, input));
  expect(await approveArticle(province, await form(id, []))).toMatchObject({ ok: true, value: { went: 'approved' } });
  return id;
}

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
    found.articles.articles.some((article) => article.slug === slug),
  ];
}

/** Writes another text, as the edit form does. */
async function rewrite(articleId: string, input: DraftInput, change: Partial<DraftInput>): Promise<void> {
  const { kind: _kind, unitId: _unit, ...words } = draftInput.parse({ ...input, ...change });
  const result = await editArticle(editor, { ...words, articleId, version: await versionOf(editor, articleId) });
  if (!result.ok) throw new Error(result.problem);
}

describe('publishing', () => {
  test('what was approved is public in the languages that are chosen, each knowing the other', async () => {
    const input = writing(union.province, { titleVi: 'Chị Vân học thêm', titleEn: 'Vân keeps learning' });
    const id = await approved(input);
    expect(await seen(id, 'chi-van-hoc-them', 'vi')).toEqual([false, false, false, false]);
    expect(await publish(editor, id)).toMatchObject({ ok: true, value: { id, went: 'published' } });
    expect(await seen(id, 'chi-van-hoc-them', 'vi')).toEqual([true, true, true, true]);
    expect(await seen(id, 'van-keeps-learning', 'en')).toEqual([true, true, true, true]);
    expect(await findPublishedArticle('vi', 'story', 'chi-van-hoc-them')).toMatchObject({
      title: input.titleVi,
      twinSlug: 'van-keeps-learning',
    });
    expect(await stepsOf(id)).toEqual(['vi published', 'en published']);
  });

  test('one language never takes the other along, whichever comes first', async () => {
    const id = await approved(writing(union.province, { titleVi: 'Chỉ tiếng Việt', titleEn: 'English follows' }));
    await publish(editor, id, ['vi']);
    expect(await seen(id, 'chi-tieng-viet', 'vi')).toEqual([true, true, true, true]);
    expect(await findPublishedArticle('vi', 'story', 'chi-tieng-viet')).toMatchObject({ twinSlug: null });
    expect(await stepsOf(id)).toEqual(['vi published', 'en approved']);
    await publish(editor, id, ['en']);
    expect(await stepsOf(id)).toEqual(['vi published', 'en published']);

    const other = await approved(writing(union.province));
    await publish(editor, other, ['en']);
    expect(await liveOf(other)).toEqual([{ locale: 'en' }]);
  });

  test('a text in one language is public in one, and has no twin', async () => {
    const id = await published(editor, writing(union.province, inVietnamese));
    expect(await liveOf(id)).toEqual([{ locale: 'vi' }]);
    expect(await findPublishedArticle('vi', 'story', await slugOf(id))).toMatchObject({ twinSlug: null });
    expect(await publish(editor, id, ['en'])).toEqual({ ok: false, problem: 'not-written' });
    expect(await publish(editor, id, ['vi'])).toEqual({ ok: false, problem: 'nothing-new' });
  });

  test('what nobody approved is published by nobody, also not past the portal', async () => {
    const id = await drafted(editor, writing(union.province));
    expect(await publish(editor, id)).toEqual({ ok: false, problem: 'not-approved' });
    await submitted(editor, id);
    expect(await publish(province, id)).toEqual({ ok: false, problem: 'not-approved' });
    const [text] = await db.editionText.findMany({ where: { edition: { articleId: id }, locale: 'vi' }, take: 1 });
    const now = new Date();
    const secretly = db.publication.create({
      data: { articleId: id, locale: 'vi', textId: text?.id ?? '', plannedAt: now, publishedAt: now },
      select: { id: true },
    });
    expect(refusal(await secretly.catch((error: unknown) => error))).toBe('published_approved');
  });

  test('a head may draft, not publish; for a neighbour the text does not exist', async () => {
    const id = await approved(writing(union.ongHuong));
    expect(await publish(head, id)).toEqual({ ok: false, problem: 'not-allowed' });
    expect(await publish(reader, id)).toEqual({ ok: false, problem: 'not-allowed' });
    expect(await publish(neighbour, id)).toEqual({ ok: false, problem: 'not-found' });
    expect(await liveOf(id)).toEqual([]);
    expect((await publish(await makeViewer('commune_official', union.trangDai), id)).ok).toBe(true);
  });

  test('twice at the same moment leaves one live publication a language, and the second hears that it is done', async () => {
    const id = await approved(writing(union.province));
    const input = await form(id);
    const results = await Promise.all([editor, province, editor].map((viewer) => publishArticle(viewer, input)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    for (const result of results) if (!result.ok) expect(result.problem).toBe('nothing-new');
    expect((await liveOf(id)).map(({ locale }) => locale).sort()).toEqual(['en', 'vi']);
  });

  test('the database itself refuses a second live publication of a language', async () => {
    const id = await published(editor, writing(union.province));
    const live = await db.publication.findFirstOrThrow({ where: { articleId: id, locale: 'vi' } });
    const { id: _id, version: _version, ...copy } = live;
    const second = db.publication.create({ data: { ...copy, publishedAt: new Date() }, select: { id: true } });
    expect(refusal(await second.catch((error: unknown) => error))).toBe('one_publication');
  });

  test('a new edition takes the place of the old one at the same address, and only of the languages that changed', async () => {
    const input = writing(union.province, { titleVi: 'Bản thứ nhất' });
    const id = await published(editor, input);
    await rewrite(id, input, { titleVi: 'Bản thứ hai' });
    expect(await stepsOf(id)).toEqual(['vi draft', 'en published']);
    expect(await findPublishedArticle('vi', 'story', 'ban-thu-nhat')).toMatchObject({ title: 'Bản thứ nhất' });
    await bringOut(editor, id);
    expect(await findPublishedArticle('vi', 'story', 'ban-thu-nhat')).toMatchObject({ title: 'Bản thứ hai' });
    expect(await db.publication.count({ where: { articleId: id, locale: 'en' } })).toBe(1);
  });

  test('a correction tells its readers what was corrected, with its day, and the other language nothing', async () => {
    const input = writing(union.province, { titleVi: 'Có sửa', titleEn: 'Corrected' });
    const id = await published(editor, input);
    await rewrite(id, input, { summaryVi: 'Đã sửa.' });
    await submitted(editor, id);
    await approveArticle(province, { ...(await form(id, ['vi'])), noteVi: 'Sửa số học viên.' });
    expect(await findPublishedArticle('vi', 'story', 'co-sua')).toMatchObject({
      corrections: [{ note: 'Sửa số học viên.' }],
    });
    expect(await findPublishedArticle('en', 'story', 'corrected')).toMatchObject({ corrections: [] });
  });

  test('two with the same title get two addresses, also when published at the same moment', async () => {
    const title = { titleVi: 'Cùng một tựa', titleEn: 'The same title' };
    const ids = [await approved(writing(union.province, title)), await approved(writing(union.province, title))];
    await Promise.all(ids.map((id) => publish(editor, id)));
    expect((await Promise.all(ids.map((id) => slugOf(id)))).sort()).toEqual(['cung-mot-tua', 'cung-mot-tua-2']);
  });
});

describe('addresses', () => {
  test('an old one leads on to the new one, for ever', async () => {
    const input = writing(union.province, { titleVi: 'Tựa gõ nhầm', titleEn: 'Mistyped title' });
    const id = await published(editor, input);
    await rewrite(id, input, { titleVi: 'Tựa gõ đúng' });
    await bringOut(editor, id);
    expect(await findArticle(editor, id)).toMatchObject({ outdated: ['vi'] });
    const move = async () => moveArticle(editor, { articleId: id, version: await versionOf(editor, id) });
    expect((await move()).ok).toBe(true);
    expect(await findPublishedArticle('vi', 'story', 'tua-go-nham')).toMatchObject({ movedTo: 'tua-go-dung' });
    expect(await findPublishedArticle('vi', 'story', 'tua-go-dung')).toMatchObject({ id });
    expect(await move()).toEqual({ ok: false, problem: 'nothing-new' });
    // Back again: the address it had is taken up, and the other one leads on.
    await rewrite(id, input, { titleVi: 'Tựa gõ nhầm' });
    await bringOut(editor, id);
    expect((await move()).ok).toBe(true);
    expect(await findPublishedArticle('vi', 'story', 'tua-go-dung')).toMatchObject({ movedTo: 'tua-go-nham' });
  });

  test('are given by who publishes, to what is public', async () => {
    const id = await published(await another(editor), writing(union.ongHuong));
    const input = { articleId: id, version: await versionOf(editor, id) };
    expect(await moveArticle(head, input)).toEqual({ ok: false, problem: 'not-allowed' });
    expect(await moveArticle(neighbour, input)).toEqual({ ok: false, problem: 'not-found' });
    await withdrawArticle(editor, withdrawing(id));
    expect(await moveArticle(editor, input)).toEqual({ ok: false, problem: 'nothing-public' });
  });
});

describe('history', () => {
  test('tells who wrote, submitted, approved, published and withdrew, newest first, and why', async () => {
    const id = await approved(writing(union.trangDai));
    await publish(editor, id);
    await withdrawArticle(province, { ...withdrawing(id), reason: 'Chờ xác minh.' });
    const by = (what: string, viewer: Viewer, said: string | null = null) => ({ what, by: viewer.displayName, said });
    expect(await listArticleEvents(editor, id)).toMatchObject([
      by('withdrew', province, 'Chờ xác minh.'),
      by('published', editor),
      by('approved', province),
      by('submitted', editor),
      by('wrote', editor),
    ]);
    expect(await listArticleEvents(neighbour, id)).toBeNull();
    expect(await listArticleEvents(editor, 'x')).toBeNull();
  });
});
