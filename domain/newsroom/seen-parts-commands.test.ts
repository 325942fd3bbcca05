import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { editArticle } from '@/domain/articles/commands';
import { chooseLeadPicture } from '@/domain/articles/pictures/lead-picture-commands';
import { beginEdition } from '@/domain/articles/renewal/edition-commands';
import { findPublishedGuide } from '@/domain/guides/queries';
import {
  another,
  bringOut,
  drafted,
  inVietnamese,
  published,
  stepped,
  versionOf,
  writing,
} from '@/test/stages/articles';
import { wholePicture } from '@/test/stages/pictures';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { approveArticle, submitArticle } from './decision-commands';
import { findStanding } from './standing-queries';

let union: TestUnion;
let editor: Viewer;
let province: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
  province = await makeViewer('province_official', union.province);
});

const read = async (articleId: string) => ({ articleId, version: await versionOf(editor, articleId) });
const stepsOf = async (articleId: string) =>
  (await findStanding(editor, articleId))?.languages.map(({ step }) => step) ?? [];
const guide = (change = {}) => drafted(editor, writing(union.province, { kind: 'guide', ...change }));

/** Begins an edition with the words and parts of the one before. */
async function begun(articleId: string): Promise<void> {
  expect((await beginEdition(editor, await read(articleId))).ok).toBe(true);
  expect(await stepsOf(articleId)).toEqual(['published', 'published']);
}

test('a guide of which the steps alone changed is published anew, and one that is the same has nothing new', async () => {
  const id = await published(editor, writing(union.province, { kind: 'guide' }));
  await begun(id);
  await stepped(editor, id);
  expect(await stepsOf(id)).toEqual(['published', 'published']);
  await expect(bringOut(editor, id)).rejects.toThrow('no language is offered');

  const other = await published(editor, writing(union.province, { kind: 'guide' }));
  await begun(other);
  await stepped(editor, other, 'Bước đã sửa');
  expect(await stepsOf(other)).toEqual(['draft', 'draft']);
  await bringOut(editor, other);
  expect((await findPublishedGuide('vi', other))?.steps.map(({ title }) => title)).toEqual(['Bước đã sửa']);
});

test('an article of which the picture alone changed is published anew', async () => {
  const id = await published(province, writing(union.province));
  await begun(id);
  const pictureId = await wholePicture(province, union.province, 'nobody');
  expect((await chooseLeadPicture(province, { ...(await read(id)), pictureId })).ok).toBe(true);
  expect(await stepsOf(id)).toEqual(['draft', 'draft']);
  await bringOut(province, id);
  expect(await stepsOf(id)).toEqual(['published', 'published']);
});

test('a guide without a step in one of its languages is not handed in, and not approved', async () => {
  const refused = { ok: false, problem: 'steps-missing' };
  const id = await guide(inVietnamese);
  expect(await submitArticle(editor, await read(id))).toEqual(refused);
  expect(await stepsOf(id)).toEqual(['draft', 'missing']);
  await stepped(editor, id);
  expect((await submitArticle(editor, await read(id))).ok).toBe(true);
  // English that is added to what waits has no step yet
  const { kind: _kind, unitId: _unit, ...words } = writing(union.province);
  expect((await editArticle(editor, { ...words, ...(await read(id)) })).ok).toBe(true);
  const second = await another(editor);
  expect(await approveArticle(second, { ...(await read(id)), locales: ['vi'] })).toEqual(refused);
  await stepped(editor, id);
  expect((await approveArticle(second, { ...(await read(id)), locales: ['vi'] })).ok).toBe(true);
  // what is no guide has no steps
  expect((await submitArticle(editor, await read(await drafted(editor, writing(union.province))))).ok).toBe(true);
});
