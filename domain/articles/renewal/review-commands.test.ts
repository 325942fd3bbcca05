import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { listArticles } from '@/domain/articles/draft-queries';
import { addDays, addMonths, toDate, today } from '@/domain/days/day';
import { findPublishedGuide } from '@/domain/guides/queries';
import { db } from '@/prisma/client';
import { drafted, published, writing } from '@/test/stages/articles';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { findAgeing } from './ageing-queries';
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
