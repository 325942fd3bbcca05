import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { withdrawArticle } from '@/domain/newsroom/publish-commands';
import { searchPublishedArticles } from '@/domain/search/article-queries';
import { db } from '@/prisma/client';
import { createSubAssociation, type MadeUnit } from '@/test/factories/units';
import { published, withdrawing, writing } from '@/test/stages/articles';
import { carriedOut } from '@/test/stages/units';
import { makeCommune, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import type { ArticleKind } from '../article';
import { listPublishedArticles, listPublishedNewest } from '../queries';
import { partsShowing } from '../shown';

let union: TestUnion;
let editor: Viewer;
let province: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
  province = await makeViewer('province_official', union.province);
});

/** What readers of a commune find: its list and feed, its page, a search narrowed to it. */
async function foundIn({ slug }: Pick<MadeUnit, 'slug'>, kind: ArticleKind, titleVi: string) {
  const [list, page, search] = await Promise.all([
    listPublishedArticles('vi', { commune: slug, take: 50 }),
    listPublishedNewest('vi', { [kind]: 50 }, slug),
    searchPublishedArticles('vi', titleVi, { commune: slug }),
  ]);
  const titles = search.articles.map(({ title }) => title.map(({ text }) => text).join(''));
  const ids = [list.articles, page[kind]].map((cards) => cards.filter(({ title }) => title === titleVi).length);
  return [...ids, titles.filter((title) => title === titleVi).length];
}
const [EVERYWHERE, NOWHERE] = [
  [1, 1, 1],
  [0, 0, 0],
];

const merge = (gone: MadeUnit, into: MadeUnit) =>
  carriedOut(province, { kind: 'merge', unitId: gone.id, targetId: into.id, from: today() });

describe('what tells of a commune that went on in another', () => {
  test('stands on the list, the page and the search of that one, through several mergers, and of no neighbour', async () => {
    const [first, second, last] = [
      await makeCommune(union.province, 'Tân Phước'),
      await makeCommune(union.province, 'Phước Hòa'),
      await makeCommune(union.province, 'Tân Hòa'),
    ];
    const titleVi = 'Chị em Tân Phước học gọi video';
    await published(editor, writing(union.province, { titleVi, communeIds: [first.id] }));
    expect(await foundIn(last, 'story', titleVi)).toEqual(NOWHERE);
    await merge(first, second);
    expect(await foundIn(second, 'story', titleVi)).toEqual(EVERYWHERE);
    await merge(second, last);
    expect(await foundIn(last, 'story', titleVi)).toEqual(EVERYWHERE);
    expect(await foundIn(union.trangDai, 'story', titleVi)).toEqual(NOWHERE);
  });

  test('warns there too, and drops the pages of both when it is taken off', async () => {
    const [gone, into] = [await makeCommune(union.province, 'Bình Minh'), await makeCommune(union.province, 'Bình An')];
    const titleVi = 'Cảnh báo của Bình Minh';
    const id = await published(editor, writing(union.province, { kind: 'alert', titleVi, communeIds: [gone.id] }));
    await merge(gone, into);
    expect(await foundIn(into, 'alert', titleVi)).toEqual(EVERYWHERE);
    expect(await foundIn(union.trangDai, 'alert', titleVi)).toEqual(NOWHERE);
    const answer = await withdrawArticle(editor, withdrawing(id));
    const parts = partsShowing(answer.ok ? answer.value.shown : []);
    expect(parts).toEqual(expect.arrayContaining([`told:${gone.slug}`, `told:${into.slug}`]));
    expect(parts).not.toContain('articles:alert');
  });

  test('of a unit that closed before, it stands there as well, though it names no place', async () => {
    const [gone, into] = [await makeCommune(union.province, 'Phú Lý'), await makeCommune(union.province, 'Phú Vinh')];
    const [old, other] = [
      await createSubAssociation(db, gone, { name: 'Ấp 1' }),
      await createSubAssociation(db, gone, { name: 'Ấp 2' }),
    ];
    const titleVi = 'Ấp 1 kể chuyện mình';
    await published(editor, writing(old, { titleVi }));
    await merge(old, other);
    expect(await foundIn(gone, 'story', titleVi)).toEqual(EVERYWHERE);
    await merge(gone, into);
    expect(await foundIn(into, 'story', titleVi)).toEqual(EVERYWHERE);
  });
});

describe('what a unit of a commune tells', () => {
  test('without naming a place is of its commune, and its publication drops that commune’s pages', async () => {
    const titleVi = 'Khu phố 5 mở lớp';
    const id = await published(editor, writing(union.khuPho5, { titleVi }));
    expect(await foundIn(union.longHung, 'story', titleVi)).toEqual(EVERYWHERE);
    expect(await foundIn(union.trangDai, 'story', titleVi)).toEqual(NOWHERE);
    const answer = await withdrawArticle(editor, withdrawing(id));
    expect(partsShowing(answer.ok ? answer.value.shown : [])).toContain(`told:${union.longHung.slug}`);
  });

  test('of another place is of that one alone, and what the province tells without a place of none', async () => {
    const [elsewhere, ours] = ['Khu phố 5 sang thăm', 'Thành phố kể'];
    await published(editor, writing(union.khuPho5, { titleVi: elsewhere, communeIds: [union.trangDai.id] }));
    await published(editor, writing(union.province, { titleVi: ours }));
    expect(await foundIn(union.longHung, 'story', elsewhere)).toEqual(NOWHERE);
    expect(await foundIn(union.trangDai, 'story', elsewhere)).toEqual(EVERYWHERE);
    for (const commune of [union.longHung, union.trangDai])
      expect(await foundIn(commune, 'story', ours)).toEqual(NOWHERE);
  });
});
