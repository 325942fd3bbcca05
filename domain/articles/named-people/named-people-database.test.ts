import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import type { DraftInput } from '@/domain/articles/article';
import { findArticle } from '@/domain/articles/draft-queries';
import { today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { drafted, inVietnamese, writing } from '@/test/stages/articles';
import { eraseByTwo } from '@/test/stages/own-data/erasing';
import { answers, tellsOf } from '@/test/stages/stories/stories';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { listNamedPeople } from './named-people-queries';

let union: TestUnion;
let official: Viewer;
let neighbour: Viewer;
let province: Viewer;
beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  neighbour = await makeViewer('commune_official', union.trangDai);
  province = await makeViewer('province_official', union.province);
});

async function namedIn(articleId: string, viewer = official): Promise<string[]> {
  const article = await findArticle(viewer, articleId);
  if (!article) throw new Error('not to be seen');
  return (await listNamedPeople(viewer, article)).map(({ id }) => id);
}
const news = (change: Partial<DraftInput>, viewer = official, unit = union.longHung) =>
  drafted(viewer, writing(unit, { ...inVietnamese, kind: 'news', ...change }));

test('a full name in title, summary or words is told with where she is on record, and a yes to be named ends that', async () => {
  const name = 'Trịnh Thị Được Hỏi';
  const personId = await makeMember(union.khuPho5, name);
  for (const change of [
    { titleVi: `Chị ${name} mở lớp` },
    { summaryVi: `Do ${name} kể.` },
    { bodyVi: `## Lớp học\n\nChị **${name}** dạy cả tổ.` },
    { kind: 'story' as const, whatChangedVi: `Giờ chị ${name} dạy cả tổ.` },
  ])
    expect(await namedIn(await news(change))).toEqual([personId]);
  const articleId = await news({ titleVi: `Lớp của ${name.toUpperCase()}` });
  const article = await findArticle(official, articleId);
  if (!article) expect.unreachable();
  expect(await listNamedPeople(official, article)).toEqual([{ id: personId, name, communeName: 'Long Hưng' }]);
  await answers(official, personId, 'given');
  expect(await namedIn(articleId)).toEqual([]);
});

test('in English she is found without her marks; with others, or with a part of her name, she is not', async () => {
  const personId = await makeMember(union.khuPho5, 'Đoàn Thị Huệ Tâm');
  const english = { titleEn: 'A class of Doan Thi Hue Tam', summaryEn: 'In the evening.', bodyEn: 'Everybody came.' };
  expect(await namedIn(await news(english))).toEqual([personId]);
  for (const titleVi of ['Chị Huệ Tâm mở lớp', 'Chị Đoàn Thị Huế Tâm mở lớp', 'Chị Đoàn Thị Huệ mở lớp'])
    expect(await namedIn(await news({ titleVi }))).toEqual([]);
});

test('only of communes of the article, and never to whom may not see her', async () => {
  const name = 'Tạ Thị Ở Đâu';
  const [here, there] = [await makeMember(union.khuPho5, name), await makeMember(union.trangDai, name)];
  const own = await news({ titleVi: `Chị ${name}` });
  expect(await namedIn(own)).toEqual([here]);
  expect(await namedIn(own, province)).toEqual([here]);
  // who has agreed to what is not for readers of figures, nor for editors
  for (const role of ['editor', 'viewer'] as const)
    expect(await namedIn(own, await makeViewer(role, union.province))).toEqual([]);
  const change = { titleVi: `Chị ${name}`, communeIds: [union.longHung.id, union.trangDai.id] };
  const both = await news(change, province, union.province);
  expect((await namedIn(both, province)).sort()).toEqual([here, there].sort());
  const article = await findArticle(province, both);
  if (!article) expect.unreachable();
  expect((await listNamedPeople(neighbour, article)).map(({ id }) => id)).toEqual([there]);
  // of a piece that is of no commune nobody is sought: somewhere in the city there is always one of that name
  expect(await namedIn(await news({ titleVi: `Chị ${name}` }, province, union.province), province)).toEqual([]);
});

test('nobody is told who was erased, nor the woman the story tells of, whose yes is asked for by itself', async () => {
  const name = 'Cao Thị Kể Chuyện';
  const [told, erased] = [await makeMember(union.khuPho5, name), await makeMember(union.khuPho5, 'Cao Thị Đã Xóa')];
  const articleId = await drafted(official, writing(union.longHung, { titleVi: `${name} và Cao Thị Đã Xóa` }));
  expect((await namedIn(articleId)).sort()).toEqual([told, erased].sort());
  await tellsOf(official, articleId, told);
  const { version } = await db.person.findUniqueOrThrow({ where: { id: erased }, select: { version: true } });
  const asked = { personId: erased, version, name: 'Cao Thị Đã Xóa', reason: 'asked' as const, askedOn: today() };
  expect((await eraseByTwo(official, asked)).ok).toBe(true);
  expect(await namedIn(articleId)).toEqual([]);
});
