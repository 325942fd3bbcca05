import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { publishArticle, withdrawArticle } from '@/domain/newsroom/publish-commands';
import { drafted, inVietnamese, published, versionOf, withdrawing, writing } from '@/test/stages/articles';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { type DraftFilter, listArticles } from './draft-list-queries';
import { findArticle } from './draft-queries';

let union: TestUnion;
let editor: Viewer;
let longHung: Viewer;
let trangDai: Viewer;
let head: Viewer;
let trainer: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
  longHung = await makeViewer('commune_official', union.longHung);
  trangDai = await makeViewer('commune_official', union.trangDai);
  head = await makeViewer('sub_association_head', union.ongHuong);
  trainer = await makeViewer('trainer', union.province);
});

const idsOf = async (viewer: Viewer, filter: DraftFilter = {}) =>
  (await listArticles(viewer, filter)).articles.map(({ id }) => id);

describe('who sees a draft', () => {
  test('a draft of Trảng Dài is not found by Long Hưng, neither in the list nor by its id', async () => {
    const id = await drafted(trangDai, writing(union.trangDai));
    expect(await findArticle(longHung, id)).toBeNull();
    expect(await idsOf(longHung)).not.toContain(id);
    expect(await findArticle(trangDai, id)).toMatchObject({ id, editable: true, publishable: true });
    expect(await idsOf(trangDai)).toContain(id);
  });

  test('the province’s editor sees and publishes those of all communes', async () => {
    const id = await drafted(trangDai, writing(union.trangDai));
    expect(await findArticle(editor, id)).toMatchObject({ id, editable: true, publishable: true });
  });

  test('a head sees those of her sub-association, not those of her commune; a trainer sees none', async () => {
    const [own, above] = [
      await drafted(head, writing(union.ongHuong)),
      await drafted(trangDai, writing(union.trangDai)),
    ];
    expect(await findArticle(head, own)).toMatchObject({ editable: true, publishable: false });
    expect(await findArticle(head, above)).toBeNull();
    expect(await findArticle(trainer, own)).toBeNull();
    expect(await idsOf(trainer)).toEqual([]);
  });

  test('what is no id is no article', async () => {
    for (const text of ['', 'x', '../1', "' or 1=1"]) expect(await findArticle(editor, text)).toBeNull();
  });
});

test('a language that readers see is told, however often the other went out since', async () => {
  const id = await published(editor, writing(union.province));
  for (let time = 0; time < 4; time++) {
    await withdrawArticle(editor, { ...withdrawing(id), locales: ['vi'] });
    const again = { articleId: id, version: await versionOf(editor, id), locales: ['vi' as const] };
    expect((await publishArticle(editor, again)).ok).toBe(true);
  }
  expect((await findArticle(editor, id))?.publicIn).toEqual(['vi', 'en']);
  await withdrawArticle(editor, { ...withdrawing(id), locales: ['vi'] });
  expect(await findArticle(editor, id)).toMatchObject({ publicIn: ['en'], state: 'published' });
});

describe('the list', () => {
  test('finds words without accents, in what was written last or before, and takes signs as signs', async () => {
    const id = await drafted(editor, writing(union.province, { titleVi: 'Chợ Bưởi lên sóng 100%', ...inVietnamese }));
    for (const q of ['cho buoi', 'CHỢ BƯỞI', 'bưởi lên', '100%']) expect(await idsOf(editor, { q }), q).toContain(id);
    for (const q of ['cho cam', '100_', '9%']) expect(await idsOf(editor, { q }), q).not.toContain(id);
  });

  test('narrows to a kind, and says state and languages of each', async () => {
    const news = await published(editor, writing(union.province, { kind: 'news' }));
    const story = await drafted(editor, writing(union.province, inVietnamese));
    expect(await idsOf(editor, { kind: 'news' })).toContain(news);
    expect(await idsOf(editor, { kind: 'news' })).not.toContain(story);
    const { articles } = await listArticles(editor, {});
    expect(articles.find(({ id }) => id === news)).toMatchObject({ state: 'published', languages: ['vi', 'en'] });
    expect(articles.find(({ id }) => id === story)).toMatchObject({ state: 'draft', languages: ['vi'] });
  });

  test('goes on where a page ended, complete and without repeats; a key that is none begins anew', async () => {
    await Promise.all(Array.from({ length: 23 }, () => drafted(longHung, writing(union.longHung))));
    const first = await listArticles(longHung, {});
    const second = await listArticles(longHung, { after: first.next ?? '' });
    const all = [...first.articles, ...second.articles].map(({ id }) => id);
    expect(first.articles).toHaveLength(20);
    expect(new Set(all).size).toBe(23);
    expect(second.next).toBeNull();
    expect(await idsOf(longHung, { after: 'x' })).toEqual(first.articles.map(({ id }) => id));
  });
});
