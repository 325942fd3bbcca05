import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { approveArticle } from '@/domain/newsroom/decision-commands';
import { withdrawArticle } from '@/domain/newsroom/publish-commands';
import {
  another,
  drafted,
  makeSkill,
  published,
  submitted,
  versionOf,
  withdrawing,
  writing,
} from '@/test/stages/articles';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import type { DraftInput } from './article';
import { editArticle } from './commands';

let union: TestUnion;
let editor: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
  await Promise.all([makeSkill('vneid', 'VNeID'), makeSkill('ocop', 'OCOP')]);
});

/** How readers find the article, as the command says that rewrites it. */
async function rewritten(articleId: string, input: DraftInput, change: Partial<DraftInput>) {
  const { kind: _kind, unitId: _unit, ...words } = { ...input, ...change };
  const result = await editArticle(editor, { ...words, articleId, version: await versionOf(editor, articleId) });
  return result.ok ? result.value.shown : result.problem;
}

test('a text that is not public is found by no reader, before and after it is rewritten', async () => {
  const input = writing(union.province, { topics: ['vneid'] });
  const id = await drafted(editor, input);
  expect(await rewritten(id, input, { titleVi: 'Tựa khác', topics: ['ocop'] })).toEqual([]);
});

test('published, it is found by its kind, its topics and its places, and so it was when it is withdrawn', async () => {
  const input = writing(union.province, { topics: ['vneid'], communeIds: [union.longHung.id] });
  const id = await drafted(editor, input);
  const there = { id, kind: 'story', topics: ['vneid'], places: [union.longHung.slug] };
  await submitted(editor, id);
  const approving = { articleId: id, version: await versionOf(editor, id), locales: ['vi' as const, 'en' as const] };
  expect(await approveArticle(await another(editor), approving)).toMatchObject({
    ok: true,
    value: { id, shown: [there] },
  });
  expect(await withdrawArticle(editor, withdrawing(id))).toEqual({ ok: true, value: { id, shown: [there] } });
});

test('a public one that is rewritten is found by its new topic and its new place once they are approved, and not before', async () => {
  const input = writing(union.province, { topics: ['vneid'], communeIds: [union.longHung.id] });
  const id = await published(editor, input);
  const found = (slug: string, topic: string) => ({ id, kind: 'story', topics: [topic], places: [slug] });
  expect(await rewritten(id, input, { communeIds: [union.trangDai.id], topics: ['ocop'] })).toEqual([
    found(union.longHung.slug, 'vneid'),
    found(union.longHung.slug, 'vneid'),
  ]);
  const moved = { ...input, communeIds: [union.trangDai.id], topics: ['ocop'] };
  expect(await rewritten(id, moved, { titleVi: 'Tựa chưa ai thấy' })).toEqual([]);
  await submitted(editor, id);
  const approving = { articleId: id, version: await versionOf(editor, id), locales: ['vi' as const, 'en' as const] };
  const approved = await approveArticle(await another(editor), approving);
  expect(approved).toMatchObject({
    ok: true,
    value: { shown: expect.arrayContaining([found(union.trangDai.slug, 'ocop')]) },
  });
});
