import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { findAgeing } from '@/domain/articles/renewal/ageing-queries';
import { reviewArticle } from '@/domain/articles/renewal/review-commands';
import { findReview } from '@/domain/articles/renewal/review-queries';
import { addDays, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { dropValues, keepNothing, keepValues } from '@/prisma/kept/kept-values';
import { published, writing } from '@/test/stages/articles';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { articleDrops, articlePageDrops } from './drops';

let union: TestUnion;
let editor: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
  keepValues();
});
afterAll(keepNothing);

/** A guide that nobody looked at for years. */
async function old(): Promise<string> {
  const id = await published(editor, writing(union.province, { kind: 'guide' }));
  await db.$executeRaw`UPDATE publication SET planned_at = now() - interval '4 years', published_at = now() - interval '4 years' WHERE article_id = ${id}::uuid`;
  return id;
}
const shownAs = (id: string) => [{ id, kind: 'guide' as const, topics: [], places: [] }];
const firstOf = async (viewer = editor) => (await findAgeing(viewer, 9)).first.map(({ id }) => id);

test('what ages is kept for who publishes it, and read again as soon as a text was looked at or went out', async () => {
  const one = await old();
  expect(await firstOf()).toEqual([one]);
  const other = await old();
  expect(await firstOf(), 'it is kept').toEqual([one]);
  dropValues(articleDrops(shownAs(other)));
  expect((await firstOf()).sort()).toEqual([one, other].sort());

  const version = (await findReview(editor, one))?.version ?? 0;
  const done = await reviewArticle(editor, { articleId: one, version, reviewed: 'on', reviewOn: addDays(today(), 9) });
  dropValues(articlePageDrops(done.ok ? done.value.shown : []));
  expect(await firstOf()).toEqual([other]);
});

test('what is kept for the office of the city is told to no official of a commune', async () => {
  const id = await old();
  dropValues(articleDrops(shownAs(id)));
  expect(await firstOf()).toContain(id);
  expect(await firstOf(await makeViewer('commune_official', union.longHung))).toEqual([]);
});
