import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { keepNothing, keepValues } from '@/prisma/kept/kept-values';
import { createAccount } from '@/test/factories/accounts';
import { createArticle } from '@/test/factories/articles';
import { makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { findArticleToEdit } from './reading';

let union: TestUnion;
let official: Viewer;
let neighbour: Viewer;
let articleId: string;

beforeAll(async () => {
  union = await makeUnion();
  [official, neighbour] = await Promise.all([
    makeViewer('commune_official', union.longHung),
    makeViewer('commune_official', union.trangDai),
  ]);
});
beforeEach(async () => {
  keepValues();
  const [author, approver] = await Promise.all([createAccount(db), createAccount(db)]);
  articleId = (await createArticle(db, { unit: union.longHung, author, approver, state: 'draft' })).id;
});
afterEach(keepNothing);

test('an article to go on with is read once while nobody writes, and whoever draws it can change nothing of it', async () => {
  // other tests may write to the server as well
  const twice = async () => {
    const first = await findArticleToEdit(official, articleId);
    return (await findArticleToEdit(official, articleId)) === first;
  };
  await expect.poll(twice, { timeout: 60_000 }).toBe(true);
  const read = await findArticleToEdit(official, articleId);
  expect(() => Object.assign(read?.article ?? {}, { version: 9 })).toThrow();
});

test('what somebody else saved is in the text that she opens next', async () => {
  const titles = async () => (await findArticleToEdit(official, articleId))?.article.texts.map(({ title }) => title);
  expect(await titles()).not.toContain('Tiêu đề của người khác');
  await db.editionText.updateMany({
    where: { locale: 'vi', edition: { articleId } },
    data: { title: 'Tiêu đề của người khác' },
  });
  expect(await titles()).toContain('Tiêu đề của người khác');
});

test('one that is kept for who writes there is opened by no neighbour, nor by herself once her role has ended, and no strange address is one', async () => {
  expect((await findArticleToEdit(official, articleId))?.work?.choices.communes).not.toEqual([]);
  expect(await findArticleToEdit(neighbour, articleId)).toBeNull();
  expect(await findArticleToEdit({ ...official, grants: [] }, articleId)).toBeNull();
  const strange = [nothing, 'new', '%00', 'x'.repeat(9_000)];
  expect(await Promise.all(strange.map((id) => findArticleToEdit(official, id)))).toEqual(Array(4).fill(null));
});
