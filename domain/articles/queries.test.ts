import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { toDate, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createAccount } from '@/test/factories/accounts';
import { createArticle } from '@/test/factories/articles';
import { bringOut, drafted, inVietnamese, makeSkill, published, versionOf, writing } from '@/test/stages/articles';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import type { PublishedArticle } from './article';
import { editArticle } from './commands';
import { findPublishedNumber } from './published/number-queries';
import { listPublishedTopics } from './published/topic-queries';
import {
  type ArticleFilter,
  findPublishedArticle,
  listPublishedAddresses,
  listPublishedArticles,
  listPublishedRelated,
} from './queries';

let union: TestUnion;
let editor: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
  await Promise.all([makeSkill('vneid', 'VNeID'), makeSkill('ocop', 'OCOP'), makeSkill('ai', 'Ánh sáng AI')]);
});

/** All pages of a list, one after the other. */
async function pages(filter: ArticleFilter): Promise<string[][]> {
  const read: string[][] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = await listPublishedArticles('vi', { ...filter, ...(after ? { after } : {}) });
    read.push(page.articles.map(({ id }) => id));
    after = page.next;
  }
  return read;
}

async function open(id: string): Promise<PublishedArticle> {
  const card = (await listPublishedAddresses('vi')).find((article) => article.id === id);
  const article = card && (await findPublishedArticle('vi', card.kind, card.slug));
  if (!article || 'movedTo' in article) throw new Error('not public');
  return article;
}

describe('the list of readers', () => {
  test('is complete and without repeats page after page, newest first, also of many of one moment', async () => {
    const ids = await Promise.all(Array.from({ length: 9 }, () => published(editor, writing(union.province))));
    // Five of them at the very same moment: the order is then that of their ids.
    await db.$executeRaw`UPDATE publication SET published_at = '2026-03-01T00:00:00Z', planned_at = '2026-03-01T00:00:00Z'
      WHERE article_id = ANY (${ids.slice(0, 5)}::uuid[])`;
    const read = await pages({ kind: 'story', take: 2 });
    expect(read.map(({ length }) => length)).toEqual([2, 2, 2, 2, 1]);
    expect(read.flat().sort()).toEqual([...ids].sort());
    expect(read.flat().slice(-5).sort()).toEqual(ids.slice(0, 5).sort());
    expect((await pages({ kind: 'story', take: 9 })).map(({ length }) => length)).toEqual([9]);
  });

  test('does not repeat or lose anything when a newer one is published between two pages', async () => {
    const first = await listPublishedArticles('vi', { kind: 'story', take: 3 });
    await published(editor, writing(union.province));
    const second = await listPublishedArticles('vi', { kind: 'story', take: 3, after: first.next ?? '' });
    const both = [...first.articles, ...second.articles].map(({ id }) => id);
    expect(new Set(both).size).toBe(6);
  });

  test('a corrected story keeps its place and its date, and says when it was changed', async () => {
    const input = writing(union.province);
    const id = await published(editor, input);
    const before = await open(id);
    await published(editor, writing(union.province));
    const { kind: _kind, unitId: _unit, ...words } = input;
    const version = await versionOf(editor, id);
    await editArticle(editor, { ...words, summaryVi: 'Đã sửa.', articleId: id, version });
    await bringOut(editor, id);
    const after = await open(id);
    expect(after).toMatchObject({ summary: 'Đã sửa.', publishedAt: before.publishedAt });
    expect(after.changedAt > before.changedAt).toBe(true);
    const [address] = (await listPublishedAddresses('vi')).filter((each) => each.id === id);
    expect(address?.changedAt.getTime()).toBeGreaterThan(Date.parse(after.publishedAt));
    const { articles } = await listPublishedArticles('vi', { kind: 'story', take: 2 });
    expect(articles[0]?.id).not.toBe(id);
    expect(articles[1]?.id).toBe(id);
  });

  test('a key that is none begins at the beginning', async () => {
    const first = await listPublishedArticles('vi', { kind: 'story', take: 3 });
    for (const after of ['x', '123', '1700000000000.zz', `1700000000000.${'-'.repeat(36)}`])
      expect(await listPublishedArticles('vi', { kind: 'story', take: 3, after })).toEqual(first);
  });

  test('what is only planned is on no list and at no address until it is published', async () => {
    const id = await published(editor, writing(union.province));
    const { slug } = await open(id);
    const listed = async () => (await pages({ kind: 'story' })).flat().includes(id);
    const opens = async () => (await findPublishedArticle('vi', 'story', slug)) !== null;
    expect([await listed(), await opens()]).toEqual([true, true]);
    await db.$executeRaw`UPDATE publication SET published_at = NULL WHERE article_id = ${id}::uuid`;
    expect([await listed(), await opens()]).toEqual([false, false]);
  });

  test('narrows to a topic, a commune and a language; drafts, other kinds and strange words find nothing', async () => {
    const wish = { kind: 'news' as const, communeIds: [union.longHung.id], topics: ['vneid'] };
    const id = await published(editor, writing(union.province, wish));
    await drafted(editor, writing(union.province, { kind: 'news', topics: ['vneid'] }));
    const single = await published(editor, writing(union.province, { kind: 'news', ...inVietnamese }));
    const commune = (await open(id)).places[0]?.slug ?? '';
    const found = async (filter: Omit<ArticleFilter, 'kind'>) =>
      (await listPublishedArticles('vi', { kind: 'news', ...filter })).articles.map((article) => article.id);
    expect(await found({ topic: 'vneid' })).toEqual([id]);
    expect(await found({ commune })).toEqual([id]);
    expect(await found({ topic: 'vneid', commune })).toEqual([id]);
    expect(await found({ topic: 'ocop', commune })).toEqual([]);
    expect(await found({ topic: "'", commune: '%' })).toEqual([]);
    expect((await listPublishedArticles('en', { kind: 'news' })).articles.map((article) => article.id)).not.toContain(
      single,
    );
  });

  test('topics to choose from are those that lead to something, in the order of their names, and say which are no choice any more', async () => {
    await published(editor, writing(union.province, { topics: ['ocop', 'ai'] }));
    await drafted(editor, writing(union.province, { topics: ['vneid'] }));
    await db.skill.update({ where: { code: 'ai' }, data: { retiredOn: toDate(today()) } });
    expect(await listPublishedTopics('vi', 'story')).toEqual([
      { code: 'ai', name: 'Ánh sáng AI', retired: true },
      { code: 'ocop', name: 'OCOP', retired: false },
    ]);
  });

  test('addresses for the map of the site and the feeds are as many as asked, newest first', async () => {
    const newest = await published(editor, writing(union.province));
    const two = await listPublishedAddresses('vi', 2);
    expect(two).toHaveLength(2);
    expect(two[0]?.id).toBe(newest);
  });
});

describe('what to read next', () => {
  test('shares a topic or a place before it is merely new, is never the same piece and never repeats', async () => {
    const near = await published(
      editor,
      writing(union.province, { topics: ['ocop'], communeIds: [union.trangDai.id] }),
    );
    await Promise.all([1, 2, 3].map(() => published(editor, writing(union.province))));
    const id = await published(editor, writing(union.province, { communeIds: [union.trangDai.id] }));
    const { articles: related, filled } = await listPublishedRelated('vi', await open(id));
    expect(filled).toBe(true);
    expect(related.map((article) => article.id)[0]).toBe(near);
    expect(related).toHaveLength(3);
    expect(new Set([id, ...related.map((article) => article.id)]).size).toBe(4);
  });

  test('of a piece without topic and place is the newest of its kind', async () => {
    const id = await published(editor, writing(union.province));
    const { articles: related } = await listPublishedRelated('vi', await open(id));
    expect(related).toHaveLength(3);
    expect(related.every(({ kind }) => kind === 'story')).toBe(true);
  });
});

const writers = async () => ({
  unit: union.province,
  author: await createAccount(db),
  approver: await createAccount(db),
});
const numberOf = async (id: string) =>
  String((await db.article.findUniqueOrThrow({ where: { id }, select: { number: true } })).number);

test('the number of an article leads to it in the language asked for, and to the other one where it is public in that alone', async () => {
  const { id, slugs } = await createArticle(db, { ...(await writers()), kind: 'story' });
  const number = await numberOf(id);
  expect(await findPublishedNumber('vi', number)).toEqual({ locale: 'vi', kind: 'story', slug: slugs.vi });
  expect(await findPublishedNumber('en', number)).toEqual({ locale: 'en', kind: 'story', slug: slugs.en });
  await db.publication.updateMany({
    where: { articleId: id, locale: 'en' },
    data: { endedAt: new Date(), endReason: 'withdrawn' },
  });
  expect(await findPublishedNumber('en', number)).toEqual({ locale: 'vi', kind: 'story', slug: slugs.vi });
});

test('the number of a draft, of one that was withdrawn, and of none lead nowhere alike', async () => {
  const draft = await createArticle(db, { ...(await writers()), state: 'draft' });
  const gone = await createArticle(db, await writers());
  await db.publication.updateMany({
    where: { articleId: gone.id },
    data: { endedAt: new Date(), endReason: 'withdrawn' },
  });
  const numbers = [await numberOf(draft.id), await numberOf(gone.id), '999999999', '0', '1e3', '-1'];
  expect(await Promise.all(numbers.map((number) => findPublishedNumber('vi', number)))).toEqual(
    numbers.map(() => null),
  );
});

test('the number of one that was withdrawn with a notice leads to the address that says so, in a language that is public before', async () => {
  const { id, slugs } = await createArticle(db, { ...(await writers()), kind: 'story' });
  const number = await numberOf(id);
  const withdrawn = { endedAt: new Date(), endReason: 'withdrawn' as const, notice: 'Bài đã gỡ.' };
  await db.publication.updateMany({ where: { articleId: id, locale: 'vi' }, data: withdrawn });
  expect(await findPublishedNumber('vi', number)).toEqual({ locale: 'en', kind: 'story', slug: slugs.en });
  await db.publication.updateMany({ where: { articleId: id, locale: 'en' }, data: { ...withdrawn, notice: null } });
  for (const locale of ['vi', 'en'] as const)
    expect(await findPublishedNumber(locale, number)).toEqual({ locale: 'vi', kind: 'story', slug: slugs.vi });
});
