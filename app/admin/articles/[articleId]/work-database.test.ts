import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { keepNothing, keepValues } from '@/prisma/kept/kept-values';
import { createAccount } from '@/test/factories/accounts';
import { createArticle } from '@/test/factories/articles';
import { makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { findArticleAtWork } from './work';

let union: TestUnion;
let editor: Viewer;
let official: Viewer;
let neighbour: Viewer;
let ofTheCity: string;
let ofTheCommune: string;

beforeAll(async () => {
  union = await makeUnion();
  [editor, official, neighbour] = await Promise.all([
    makeViewer('editor', union.province),
    makeViewer('commune_official', union.longHung),
    makeViewer('commune_official', union.trangDai),
  ]);
});
beforeEach(async () => {
  keepValues();
  const [author, approver] = await Promise.all([createAccount(db), createAccount(db)]);
  ofTheCity = (await createArticle(db, { unit: union.province, author, approver })).id;
  ofTheCommune = (await createArticle(db, { unit: union.longHung, author, approver, state: 'draft' })).id;
});
afterEach(keepNothing);

test('an article at work is read once while nobody writes, and whoever draws it can change nothing of it', async () => {
  // other tests may write to the server as well
  const twice = async () => {
    const first = await findArticleAtWork(editor, ofTheCity, 'vi');
    return (await findArticleAtWork(editor, ofTheCity, 'vi')) === first;
  };
  await expect.poll(twice, { timeout: 60_000 }).toBe(true);
  const work = await findArticleAtWork(editor, ofTheCity, 'vi');
  expect(() => Object.assign(work?.article ?? {}, { version: 9 })).toThrow();
});

test('what was written of it is told to whoever looks next', async () => {
  expect((await findArticleAtWork(editor, ofTheCity, 'vi'))?.article.communes).toEqual([]);
  await db.articleCommune.create({
    data: { articleId: ofTheCity, unitId: union.longHung.id },
    select: { articleId: true },
  });
  expect((await findArticleAtWork(editor, ofTheCity, 'vi'))?.article.communes).toMatchObject([
    { id: union.longHung.id },
  ]);
});

test('a draft that is kept for the official of its commune is told to no neighbour, nor to herself once her role has ended', async () => {
  expect((await findArticleAtWork(official, ofTheCommune, 'vi'))?.article.id).toBe(ofTheCommune);
  expect(await findArticleAtWork(neighbour, ofTheCommune, 'vi')).toBeNull();
  expect(await findArticleAtWork({ ...official, grants: [] }, ofTheCommune, 'vi')).toBeNull();
});

test('what is no article is none, whatever stands in the address', async () => {
  const strange = [nothing, 'new', '%00', 'x'.repeat(9_000)];
  expect(await Promise.all(strange.map((id) => findArticleAtWork(editor, id, 'vi')))).toEqual(Array(4).fill(null));
});
