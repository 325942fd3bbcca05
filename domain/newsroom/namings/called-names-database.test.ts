import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import type { DraftInput } from '@/domain/articles/article';
import { findArticle } from '@/domain/articles/draft-queries';
import { approveArticle } from '@/domain/newsroom/decision-commands';
import { drafted, submitted, versionOf, writing } from '@/test/stages/articles';
import { outOf } from '@/test/stages/stories/stories';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import type { NamingInput } from './naming';
import { listNamesAsked } from './naming-queries';
import { listNamesIn } from './taken-back-queries';

let union: TestUnion;
let official: Viewer;
let head: Viewer;
beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  head = await makeViewer('sub_association_head', union.khuPho5);
});

const name = 'chị Rút';
const calls = { titleVi: 'Chị Rút dạy cả tổ', bodyVi: 'Tối thứ bảy, chị Rút mở lớp.' };
const news = async (change: Partial<DraftInput> = {}) =>
  submitted(head, await drafted(head, writing(union.khuPho5, { kind: 'news', ...calls, ...change })));
const asked = async (id: string, viewer = official) => {
  const article = await findArticle(viewer, id);
  if (!article) expect.unreachable();
  return (await listNamesAsked(viewer, article)).map(({ name: each, guess }) => [each, guess]);
};
const out = async (articleId: string, said: NamingInput = {}) =>
  approveArticle(official, {
    articleId,
    version: await versionOf(official, articleId),
    locales: ['vi', 'en'],
    ...said,
  });
test('whoever is called by a given name alone is shown to who lets the piece out, asks no answer, and keeps nothing from going out', async () => {
  const id = await news();
  expect(await asked(id)).toEqual([[name, true]]);
  expect(await asked(id, head)).toEqual([]);
  expect(await out(id)).toMatchObject({ ok: true });
  expect((await outOf(id)).live).toBe(2);
});

test('named in full in the same piece she is asked about by that name, and is not shown twice', async () => {
  const id = await news({ bodyVi: 'Chị Tô Thị Rút mở lớp.' });
  expect(await asked(id)).toEqual([['Tô Thị Rút', undefined]]);
});

test('no given name is offered to be taken back, for which words of every day would stop a piece: then it is withdrawn', async () => {
  const id = await news({ titleVi: 'Chị Rút và chị Tô Thị Rút Lời dạy' });
  const article = await findArticle(official, id);
  expect(article && (await listNamesIn(official, article)).map((each) => each.name)).toEqual(['Tô Thị Rút Lời']);
});
