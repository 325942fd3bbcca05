import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { searchPublished } from '@/domain/search/queries';
import { published, verified, versionOf, writing } from '@/test/stages/articles';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { type ArticleKind, articleKinds } from './article';
import { editArticle } from './commands';
import { listArticles } from './draft-list-queries';
import { findArticle } from './draft-queries';
import { findPublishedArticle, listPublishedAddresses, listPublishedArticles, listPublishedNewest } from './queries';

let union: TestUnion;
let editor: Viewer;
let ids: Record<ArticleKind, string>;

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
  const entries: [ArticleKind, string][] = [];
  for (const kind of articleKinds)
    entries.push([kind, await published(editor, writing(union.province, { kind, titleVi: `Việc thử loại ${kind}` }))]);
  ids = Object.fromEntries(entries) as Record<ArticleKind, string>;
});

const listed = async (kind: ArticleKind) =>
  (await listPublishedArticles('vi', { kind })).articles.map((article) => article.id).toSorted();

test('an alert stands among the news; stories and guides are lists of their own', async () => {
  expect(await listed('news')).toEqual([ids.news, ids.alert].toSorted());
  expect(await listed('story')).toEqual([ids.story]);
  expect(await listed('guide')).toEqual([ids.guide]);
});

test('a piece opens under the address of its list, and under that of no other', async () => {
  for (const { id, kind, slug } of await listPublishedAddresses('vi')) {
    const opens = async (under: ArticleKind) => (await findPublishedArticle('vi', under, slug)) !== null;
    const under = { news: await opens('news'), story: await opens('story'), guide: await opens('guide') };
    expect(under, id).toEqual({
      news: kind === 'news' || kind === 'alert',
      story: kind === 'story',
      guide: kind === 'guide',
    });
  }
});

test('readers search all kinds, and editors see all of them with the kind they have', async () => {
  const { articles } = (await searchPublished('vi', 'viec thu loai')).articles;
  expect(articles.map(({ kind }) => kind).toSorted()).toEqual([...articleKinds].toSorted());
  const rows = (await listArticles(editor, {})).articles;
  for (const kind of articleKinds) {
    expect(rows.find(({ id }) => id === ids[kind])?.kind).toBe(kind);
    expect((await findArticle(editor, ids[kind]))?.kind).toBe(kind);
  }
});

test('the newest of some kinds hold nothing of the others', async () => {
  const { news, story, guide, alert } = await listPublishedNewest('vi', { guide: 2, alert: 1 });
  expect([news, story, guide.map(({ id }) => id), alert.map(({ id }) => id)]).toEqual([
    [],
    [],
    [ids.guide],
    [ids.alert],
  ]);
});

test('a public alert that is rewritten is found as an alert', async () => {
  const {
    kind: _kind,
    unitId: _unit,
    ...words
  } = writing(union.province, {
    communeIds: [union.longHung.id],
    ...verified,
  });
  const result = await editArticle(editor, {
    ...words,
    articleId: ids.alert,
    version: await versionOf(editor, ids.alert),
  });
  expect(result.ok && result.value.shown.map(({ kind }) => kind)).toEqual(['alert', 'alert']);
});
