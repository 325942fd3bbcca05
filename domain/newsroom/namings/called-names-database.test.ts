import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import type { DraftInput } from '@/domain/articles/article';
import { findArticle } from '@/domain/articles/draft-queries';
import { addDays, today } from '@/domain/days/day';
import { approveArticle } from '@/domain/newsroom/decision-commands';
import { nameKey } from '@/domain/people/name';
import { drafted, submitted, versionOf, writing } from '@/test/stages/articles';
import { begin, outOf, rewrite } from '@/test/stages/stories/stories';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { fieldOf, type NamingInput } from './naming';
import { listNamesAsked } from './naming-queries';
import { takeNameBack } from './taken-back-commands';
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
const fieldFor = (each: string) => fieldOf({ name: each, key: nameKey(each) });
const calls = { titleVi: 'Chị Rút dạy cả tổ', bodyVi: 'Tối thứ bảy, chị Rút mở lớp.' };
const news = async (change: Partial<DraftInput> = {}) =>
  submitted(head, await drafted(head, writing(union.khuPho5, { kind: 'news', ...calls, ...change })));
const asked = async (id: string, viewer = official) => {
  const article = await findArticle(viewer, id);
  if (!article) expect.unreachable();
  return (await listNamesAsked(viewer, article)).map(({ name: each, look }) => [each, look]);
};
const out = async (articleId: string, said: NamingInput = {}) =>
  approveArticle(official, {
    articleId,
    version: await versionOf(official, articleId),
    locales: ['vi', 'en'],
    ...said,
  });
const agreed = (each: string, day = today()): NamingInput => ({
  naming: { [fieldFor(each)]: 'agreed' },
  channel: { [fieldFor(each)]: 'phone' },
  agreedOn: { [fieldFor(each)]: day },
});
const takes = (articleId: string, day = today()) =>
  takeNameBack(official, { articleId, name: fieldFor(name), channel: 'phone', day });

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

test('her no ends what calls her so, and only her own later yes or an edition without it brings it back', async () => {
  const id = await news();
  expect(await out(id)).toMatchObject({ ok: true });
  const article = await findArticle(official, id);
  expect(article && (await listNamesIn(official, article)).map((each) => each.name)).toContain(name);
  expect(await takes(id, addDays(today(), -1))).toMatchObject({ ok: true });
  expect(await outOf(id)).toEqual({ live: 1, planned: 0 });
  await begin(head, id);
  expect(await rewrite(head, id, { ...calls, titleVi: 'Lớp của CHỊ RÚT', summaryVi: 'Chị Rút mở lớp.' })).toBe('saved');
  await submitted(head, id);
  expect((await asked(id)).map(([each, look]) => [nameKey(`${each}`), look])).toEqual([[nameKey(name), undefined]]);
  expect(await out(id)).toEqual({ ok: false, problem: 'names-unanswered' });
  expect(await out(id, { naming: { [fieldFor(name)]: 'nobody' } })).toEqual({
    ok: false,
    problem: 'naming-taken-back',
  });
  expect(await out(id, agreed(name))).toMatchObject({ ok: true });
  expect((await outOf(id)).live).toBe(2);
});

test('another woman whose given name begins with hers is answered for, and stands', async () => {
  const id = await news();
  expect(await out(id)).toMatchObject({ ok: true });
  expect(await takes(id)).toMatchObject({ ok: true });
  await begin(head, id);
  const other = { titleVi: 'Một lớp học', bodyVi: 'Tối thứ bảy, chị Rút Anh mở lớp.' };
  expect(await rewrite(head, id, other)).toBe('saved');
  await submitted(head, id);
  expect(await out(id)).toEqual({ ok: false, problem: 'names-unanswered' });
  expect(await out(id, agreed('chị Rút Anh'))).toMatchObject({ ok: true });
  expect((await outOf(id)).live).toBe(2);
});
