import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { listArticles } from '@/domain/articles/draft-queries';
import { findDueReviews } from '@/domain/articles/renewal/due-review-queries';
import { addDays, addMonths, toDate, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { drafted, published, writing } from '@/test/stages/articles';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { findGuideDraft } from './parts-queries';
import { findPublishedGuide } from './queries';
import { reviewGuide } from './review-commands';

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
  version: (await findGuideDraft(editor, articleId))?.version ?? 0,
  reviewOn,
});

test('readers see both days of a review at once; of two who note one, one is kept', async () => {
  const input = { ...(await asked(id)), reviewed: 'on' as const };
  const answers = await Promise.all([reviewGuide(editor, input), reviewGuide(editor, input)]);
  expect(answers.filter(({ ok }) => ok)).toMatchObject([{ value: { shown: [{ id }] } }]);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ problem: 'changed-since-read' });
  expect(await findPublishedGuide('vi', id)).toMatchObject({ reviewedOn: today(), reviewOn });
});

test('the next review lies ahead, of a guide, and of a public one it is noted by who publishes', async () => {
  const input = await asked(id);
  expect(await reviewGuide(editor, { ...input, reviewOn: today() })).toMatchObject({ problem: 'review-not-ahead' });
  const head = await makeViewer('sub_association_head', union.khuPho5);
  expect((await reviewGuide(head, input)).ok).toBe(false);
  const news = await published(editor, writing(union.province, { kind: 'news' }));
  expect(await reviewGuide(editor, { ...input, articleId: news })).toMatchObject({ problem: 'not-found' });
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
  expect(await findDueReviews(editor, 3)).toEqual({ count: 0, first: [] });
  await dueFrom(id, 0);
  expect(await findDueReviews(editor, 3)).toMatchObject({ count: 1, first: [{ id }] });
  expect((await listArticles(editor, { review: 'due' })).articles.map((article) => article.id)).toEqual([id]);
  expect((await findDueReviews(await makeViewer('commune_official', union.longHung), 3)).count).toBe(0);
});
