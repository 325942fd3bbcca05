import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { approveArticle } from '@/domain/newsroom/decision-commands';
import { findStanding } from '@/domain/newsroom/standing-queries';
import { another, drafted, published, submitted, verified, versionOf, writing } from '@/test/stages/articles';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import type { DraftInput } from '../article';
import { editArticle } from '../commands';
import { findArticle } from '../draft-queries';
import { findPublishedArticle } from '../queries';

let union: TestUnion;
let editor: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
});

async function made(change: Partial<DraftInput> = {}) {
  const input = writing(union.province, { communeIds: [union.longHung.id], ...change });
  const id = await published(editor, input);
  return { id, input, slug: (await findArticle(editor, id))?.slugs.vi ?? '' };
}

async function edited(id: string, { kind: _kind, unitId: _unit, ...words }: DraftInput) {
  const result = await editArticle(editor, { ...words, articleId: id, version: await versionOf(editor, id) });
  if (!result.ok) throw new Error(result.problem);
  return result.value;
}

async function read(slug: string, kind: 'story' | 'alert' = 'story') {
  const article = await findPublishedArticle('vi', kind, slug);
  if (!article || 'movedTo' in article) throw new Error('not there');
  return { places: article.places.map((place) => place.slug), source: article.source };
}

test('other places and another source of public words are read once a second person has approved them, and not before', async () => {
  const { id, input, slug } = await made();
  const before = await read(slug);
  const moved = { ...input, ...verified, communeIds: [union.trangDai.id] };
  expect((await edited(id, moved)).shown.flatMap(({ places }) => places)).not.toContain(union.trangDai.slug);
  expect(await read(slug)).toEqual(before);
  expect(before.places).toEqual([union.longHung.slug]);
  expect(await findArticle(editor, id)).toMatchObject({
    number: 2,
    moving: true,
    communeIds: [union.trangDai.id],
    source: { name: verified.sourceName, url: verified.sourceUrl },
  });
  expect(await findStanding(editor, id)).toMatchObject({ editionState: 'draft', wrote: true });

  await submitted(editor, id);
  const form = async () => ({ articleId: id, version: await versionOf(editor, id), locales: [] });
  expect(await approveArticle(editor, await form())).toEqual({ ok: false, problem: 'wrote-it' });
  expect(await read(slug)).toEqual(before);
  const approved = await approveArticle(await another(editor), await form());
  if (!approved.ok) throw new Error(approved.problem);
  // pages of the place that it left and of the one that it came to are drawn anew
  const drawn = new Set(approved.value.shown.flatMap(({ places }) => places));
  expect(drawn).toEqual(new Set([union.longHung.slug, union.trangDai.slug]));
  expect(await read(slug)).toMatchObject({ places: [union.trangDai.slug], source: { name: verified.sourceName } });
  expect(await findArticle(editor, id)).toMatchObject({ moving: false, state: 'published' });
});

test('who writes on in the edition that waits keeps its places, and may take them back', async () => {
  const { id, input, slug } = await made();
  await edited(id, { ...input, communeIds: [union.trangDai.id] });
  await edited(id, { ...input, communeIds: [union.trangDai.id], titleVi: 'Tựa sửa lại' });
  expect(await findArticle(editor, id)).toMatchObject({ number: 2, communeIds: [union.trangDai.id] });
  await edited(id, input);
  expect(await findArticle(editor, id)).toMatchObject({ number: 2, communeIds: [union.longHung.id] });
  expect((await read(slug)).places).toEqual([union.longHung.slug]);
});

test('of a text that nobody has approved yet places and source are those of the article at once', async () => {
  const input = writing(union.province);
  const id = await drafted(editor, input);
  await edited(id, { ...input, communeIds: [union.trangDai.id] });
  expect(await findArticle(editor, id)).toMatchObject({ number: 1, moving: false, communeIds: [union.trangDai.id] });
});

test('who verified a public alert is told to readers as it was approved', async () => {
  const { id, input, slug } = await made({ kind: 'alert', ...verified });
  await edited(id, { ...input, sourceName: 'Người lạ', sourceUrl: 'https://la.example.vn' });
  expect((await read(slug, 'alert')).source).toMatchObject({ name: verified.sourceName });
});
