import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { findPreview } from '@/domain/newsroom/previews/preview-queries';
import { published, versionOf, writing } from '@/test/stages/articles';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { type DraftInput, draftInput } from '../article';
import { editArticle } from '../commands';
import { findArticle } from '../draft-queries';
import { findPublishedArticle, listPublishedArticles } from '../queries';
import type { Scene } from './scene';

let union: TestUnion;
let editor: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
});

/** Sends the form of a piece with nothing changed but its scene. */
async function choose(viewer: Viewer, articleId: string, written: DraftInput, scene: Scene | undefined) {
  const { kind: _kind, unitId: _unit, ...words } = written;
  return editArticle(viewer, { ...words, scene, articleId, version: await versionOf(editor, articleId) });
}

test.each(['story', 'guide'] as const)(
  'a scene that was chosen for a %s shows at once, in lists, on the page and in the preview, without a new edition',
  async (kind) => {
    const input = writing(union.trangDai, { scene: 'market', kind });
    const id = await published(editor, input);
    const slug = (await findArticle(editor, id))?.slugs.vi ?? '';
    const sceneNow = async () => {
      const article = await findPublishedArticle('vi', kind, slug);
      const { articles } = await listPublishedArticles('vi', { kind });
      const preview = await findPreview(editor, id, 'vi');
      return [article && 'scene' in article && article.scene, articles[0]?.scene, preview?.article.scene];
    };
    expect(await sceneNow()).toEqual(['market', 'market', 'market']);
    const chosen = await choose(editor, id, input, 'boat');
    expect(chosen).toMatchObject({ ok: true, value: { shown: [{ id }, { id }] } });
    expect(await sceneNow()).toEqual(['boat', 'boat', 'boat']);
    expect(await findArticle(editor, id)).toMatchObject({ number: 1, state: 'published' });
    expect((await choose(editor, id, input, undefined)).ok).toBe(true);
    expect(await sceneNow()).toEqual([null, null, null]);
  },
);

test('the neighbour finds no such piece to draw, who does not publish leaves a public one as it is, and another scene is none', async () => {
  const input = writing(union.khuPho5, { scene: 'market' });
  const id = await published(editor, input);
  const neighbour = await makeViewer('commune_official', union.trangDai);
  expect(await choose(neighbour, id, input, 'call')).toEqual({ ok: false, problem: 'not-found' });
  const head = await makeViewer('sub_association_head', union.khuPho5);
  await choose(head, id, input, 'call');
  expect(await findArticle(editor, id)).toMatchObject({ scene: 'market' });
  expect(draftInput.safeParse({ ...input, scene: 'x' }).success).toBe(false);
});
