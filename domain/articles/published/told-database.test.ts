import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { dropValues, keepNothing, keepValues } from '@/prisma/kept/kept-values';
import { published, writing } from '@/test/stages/articles';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { listPublishedTold } from './told-queries';

let union: TestUnion;
let editor: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
});
beforeEach(keepValues);
afterEach(keepNothing);

const titles = async () => {
  const { story, news, alert } = await listPublishedTold('vi', union.longHung.slug);
  return [...alert, ...story, ...news].map(({ title }) => title);
};
const tell = (kind: 'news' | 'alert', titleVi: string) =>
  published(editor, writing(union.province, { kind, communeIds: [union.longHung.id], titleVi }));

test('what is told of a commune stands while only figures move, and is read again once a piece of it has changed', async () => {
  const before = await titles();
  await tell('news', 'Lớp học mới ở đây');
  dropValues([`figures:${union.longHung.id}`, 'figures']);
  expect(await titles()).toEqual(before);
  dropValues([`told:${union.longHung.slug}`]);
  expect(await titles()).toEqual(['Lớp học mới ở đây', ...before]);
});

test('of an alert nobody is told from its end on, though nobody has changed anything', async () => {
  const title = 'Cảnh báo sắp hết ở đây';
  const id = await tell('alert', title);
  const plannedEnd = new Date(Date.now() + 1_500);
  await db.publication.updateMany({ where: { articleId: id }, data: { plannedEnd } });
  expect(await titles()).toContain(title);
  await expect.poll(titles, { timeout: 20_000 }).not.toContain(title);
  expect(Date.now()).toBeGreaterThanOrEqual(plannedEnd.getTime());
});
