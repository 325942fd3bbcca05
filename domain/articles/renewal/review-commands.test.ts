import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { editArticle } from '@/domain/articles/commands';
import { listArticles } from '@/domain/articles/draft-list-queries';
import { addDays, addMonths, type Day, startOf, toDate, today } from '@/domain/days/day';
import { findPublishedGuide } from '@/domain/guides/queries';
import { db } from '@/prisma/client';
import { bringOut, drafted, published, versionOf, writing } from '@/test/stages/articles';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { findAgeing, listAgeing } from './ageing-queries';
import { reviewArticle } from './review-commands';
import { findReview } from './review-queries';

let union: TestUnion;
let editor: Viewer;
let id: string;
const reviewOn = addMonths(today(), 6);

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
  id = await published(editor, writing(union.province, { kind: 'guide' }));
});

const asked = async (articleId: string) => ({
  articleId,
  version: (await findReview(editor, articleId))?.version ?? 0,
  reviewOn,
});

test('readers see both days of a review at once; of two who note one, one is kept', async () => {
  const input = { ...(await asked(id)), reviewed: 'on' as const };
  const answers = await Promise.all([reviewArticle(editor, input), reviewArticle(editor, input)]);
  expect(answers.filter(({ ok }) => ok)).toMatchObject([{ value: { shown: [{ id }] } }]);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ problem: 'reviewed-meanwhile' });
  expect(await findPublishedGuide('vi', id)).toMatchObject({ reviewedOn: today(), reviewOn });
});

test('the next review lies ahead, and of a public article it is noted by who publishes', async () => {
  const input = await asked(id);
  expect(await reviewArticle(editor, { ...input, reviewOn: today() })).toMatchObject({ problem: 'review-not-ahead' });
  const head = await makeViewer('sub_association_head', union.khuPho5);
  expect((await reviewArticle(head, input)).ok).toBe(false);
  expect(await findReview(head, id)).toBeNull();
});

test('news and alerts are looked at again as guides are; what a woman told does not age', async () => {
  for (const kind of ['news', 'alert'] as const) {
    const articleId = await published(editor, writing(union.province, { kind }));
    expect((await reviewArticle(editor, { ...(await asked(articleId)), reviewed: 'on' })).ok).toBe(true);
    expect(await findReview(editor, articleId)).toMatchObject({ kind, reviewedOn: today(), reviewOn });
  }
  const story = await published(editor, writing(union.province));
  expect(await findReview(editor, story)).toBeNull();
  expect(await reviewArticle(editor, await asked(story))).toMatchObject({ problem: 'not-found' });
});

test('nobody has to note a day: from what readers have longest a guide holds six months, news a year, an alert one, a story for good', async () => {
  const holds = { guide: 6, news: 12, alert: 1, story: null } as const;
  const kinds = ['guide', 'news', 'alert', 'story'] as const;
  const ids = { guide: '', news: '', alert: '', story: '' };
  for (const kind of kinds) ids[kind] = await published(editor, writing(union.khuPho5, { kind }));
  const official = await makeViewer('commune_official', union.longHung);
  const dueIds = async () => (await listArticles(official, { review: 'due' })).articles.map((article) => article.id);
  const shift = (kind: keyof typeof ids, days: number, since: Day) => {
    const at = new Date(startOf(addDays(since, days)).getTime() + 3_600_000);
    return db.$executeRaw`UPDATE publication SET planned_at = ${at}, published_at = ${at} WHERE article_id = ${ids[kind]}::uuid AND locale = 'vi'`;
  };
  expect(await dueIds()).toEqual([]);
  for (const kind of ['guide', 'news', 'alert'] as const) {
    const since = addMonths(today(), -holds[kind]);
    // later than the ends of months lie apart: a month after the 31st is the 30th
    await shift(kind, 4, since);
    expect(await findReview(official, ids[kind])).toMatchObject({ reviewedOn: null });
    expect(await dueIds()).not.toContain(ids[kind]);
    await shift(kind, 0, since);
    expect(await dueIds()).toContain(ids[kind]);
    expect((await listAgeing(official, { reason: 'review-due' })).texts.map((text) => text.id)).toContain(ids[kind]);
    expect((await reviewArticle(official, await asked(ids[kind]))).ok).toBe(true);
    expect(await dueIds()).toEqual([]);
  }
  await shift('story', -5_000, today());
  expect([await dueIds(), (await findAgeing(official, 3)).count]).toEqual([[], 0]);
});

test('the day that holds by itself is told on the page of a public article, and moves with a new edition', async () => {
  const input = writing(union.province, { kind: 'guide' });
  const articleId = await published(editor, input);
  const dayOfIt = async () => (await findReview(editor, articleId))?.reviewOn;
  expect(await dayOfIt()).toBe(addMonths(today(), 6));
  await db.$executeRaw`UPDATE publication SET planned_at = '2026-03-02', published_at = '2026-03-02' WHERE article_id = ${articleId}::uuid`;
  expect(await dayOfIt()).toBe('2026-09-02');
  const { kind: _kind, unitId: _unit, ...words } = input;
  const version = await versionOf(editor, articleId);
  await editArticle(editor, { ...words, summaryVi: 'Đã sửa.', summaryEn: 'Corrected.', articleId, version });
  await bringOut(editor, articleId);
  expect(await dayOfIt()).toBe(addMonths(today(), 6));
  const draft = await drafted(editor, writing(union.province, { kind: 'guide' }));
  expect(await findReview(editor, draft)).toMatchObject({ reviewOn: null });
});

test('a public guide whose day has come is due for who publishes there, and is in her list of those', async () => {
  const draft = await drafted(editor, writing(union.province, { kind: 'guide' }));
  const dueFrom = (articleId: string, days: number) =>
    db.article.update({
      where: { id: articleId },
      data: { reviewedOn: null, reviewOn: toDate(addDays(today(), days)) },
      select: { id: true },
    });
  await dueFrom(draft, -1);
  await dueFrom(id, 1);
  expect(await findAgeing(editor, 3)).toEqual({ count: 0, first: [] });
  await dueFrom(id, 0);
  expect(await findAgeing(editor, 3)).toMatchObject({ count: 1, first: [{ id }] });
  expect((await listArticles(editor, { review: 'due' })).articles.map((article) => article.id)).toEqual([id]);
  expect((await findAgeing(await makeViewer('commune_official', union.longHung), 3)).count).toBe(0);
});
