import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { createModel } from '@/test/factories/digital-models';
import { bringOut, drafted, makeSkill, published, verified, writing } from '@/test/stages/articles';
import { rewrite } from '@/test/stages/stories/stories';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { makePreviewLink } from './preview-link-commands';
import { findPreview, findPreviewByLink } from './preview-queries';

let union: TestUnion;
let editor: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
  for (const code of ['vneid', 'ocop']) await makeSkill(code);
});

/** What stands beside the words, as who writes sees it before and as whoever knows the secret address does. */
async function looked(articleId: string) {
  const made = await makePreviewLink(editor, { articleId });
  const secret = made.ok ? made.value.secret : '';
  const found = [await findPreview(editor, articleId, 'vi'), await findPreviewByLink(secret, 'vi')];
  return found.map((preview) => ({
    places: preview?.article.places.map(({ slug }) => slug),
    topics: preview?.article.topics.map(({ code }) => code),
    source: preview?.article.source?.name ?? null,
    model: preview?.article.subjectModelId,
  }));
}

test('who looks beforehand sees the places, topics, source and model that a correction brings, in the frame and at the secret address', async () => {
  const [first, second] = [await createModel(db, union.khuPho5), await createModel(db, union.khuPho6)];
  const input = writing(union.province, {
    communeIds: [union.longHung.id],
    topics: ['vneid'],
    sourceName: 'Báo cũ',
    subjectModelId: first.id,
  });
  const id = await published(editor, input);
  const change = { communeIds: [union.trangDai.id], topics: ['ocop'], ...verified, subjectModelId: second.id };
  expect(await rewrite(editor, id, change)).toBe('saved');
  const brought = { places: [union.trangDai.slug], topics: ['ocop'], source: verified.sourceName, model: second.id };
  expect(await looked(id)).toEqual([brought, brought]);

  expect(await rewrite(editor, id, { communeIds: [] })).toBe('saved');
  const none = { places: [], topics: [], source: null, model: null };
  expect(await looked(id)).toEqual([none, none]);
});

test('of a text that brings nothing else along they are those of the article', async () => {
  const input = writing(union.province, { communeIds: [union.longHung.id], topics: ['vneid'], ...verified });
  const own = { places: [union.longHung.slug], topics: ['vneid'], source: verified.sourceName, model: null };
  const id = await drafted(editor, input);
  expect(await looked(id)).toEqual([own, own]);
  await bringOut(editor, id);
  const { kind: _kind, unitId: _unit, ...same } = input;
  expect(await rewrite(editor, id, { ...same, titleVi: 'Tựa khác của bài này' })).toBe('saved');
  expect(await looked(id)).toEqual([own, own]);
});
