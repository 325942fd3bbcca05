import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { bringOut, drafted, writing } from '@/test/stages/articles';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { listPublishedArticles, listPublishedNewest } from '../queries';
import { arrangeFront } from './front-commands';
import { findFrontOrder, foreseeFront } from './front-queries';

let union: TestUnion;
let editor: Viewer;
let official: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
  official = await makeViewer('commune_official', union.longHung);
});

/** A piece of news of Long Hưng, approved by somebody with the roles of `approver`. */
async function letOut(approver: Viewer): Promise<string> {
  const id = await drafted(official, writing(union.longHung, { kind: 'news', communeIds: [union.longHung.id] }));
  await bringOut(approver, id);
  return id;
}
const onFront = async () => (await listPublishedNewest('vi', { news: 9 })).news.map(({ id }) => id);
const foreseen = async () =>
  (await foreseeFront(editor, 'vi', today())).filter(({ spot }) => spot === 'home_news').map(({ id }) => id);
const ofCommune = async () =>
  (await listPublishedNewest('vi', { news: 9 }, union.longHung.slug)).news.map(({ id }) => id);
const listed = async () => (await listPublishedArticles('vi', { kind: 'news' })).articles.map(({ id }) => id);

test('what a commune approves stands on its own page and in the list, and comes to the front page by the hand of the city alone', async () => {
  const id = await letOut(official);
  expect([(await ofCommune()).includes(id), (await listed()).includes(id)]).toEqual([true, true]);
  expect([(await onFront()).includes(id), (await foreseen()).includes(id)]).toEqual([false, false]);
  const version = (await findFrontOrder(editor, 'home_news'))?.version ?? 0;
  const line = { articleId: { 'line-0': id }, from: { 'line-0': today() }, to: {} };
  expect((await arrangeFront(editor, { spot: 'home_news', version, ...line })).ok).toBe(true);
  expect([(await onFront())[0], (await foreseen()).includes(id)]).toEqual([id, true]);
});

test('what the city approves of a commune comes to the front page by itself', async () => {
  const id = await letOut(editor);
  expect([(await onFront()).includes(id), (await ofCommune()).includes(id)]).toEqual([true, true]);
});
