import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { findArticle } from '@/domain/articles/draft-queries';
import { addDays, today } from '@/domain/days/day';
import { approveArticle } from '@/domain/newsroom/decision-commands';
import { fieldOf, type NamingInput } from '@/domain/newsroom/namings/naming';
import { takeNameBack } from '@/domain/newsroom/namings/taken-back-commands';
import { publishArticle } from '@/domain/newsroom/publish-commands';
import { nameKey } from '@/domain/people/name';
import { drafted, submitted, versionOf, writing } from '@/test/stages/articles';
import { answers, takesBack } from '@/test/stages/stories/stories';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { findRefusedNames } from './refused-names-queries';

let union: TestUnion;
let official: Viewer;
let head: Viewer;
beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  head = await makeViewer('sub_association_head', union.khuPho5);
});

const field = (name: string) => fieldOf({ name, key: nameKey(name) });
const saying = (name: string, naming: 'agreed' | 'public_role'): NamingInput => ({
  naming: { [field(name)]: naming },
  ...(naming === 'agreed' && { channel: { [field(name)]: 'phone' }, agreedOn: { [field(name)]: today() } }),
});
/** News that names somebody is out. */
async function out(name: string, said: NamingInput = {}) {
  const input = writing(union.khuPho5, { kind: 'news', titleVi: `Chị ${name} dạy` });
  const articleId = await submitted(head, await drafted(head, input));
  const version = await versionOf(official, articleId);
  expect(await approveArticle(official, { articleId, version, locales: ['vi'], ...said })).toMatchObject({ ok: true });
  return articleId;
}
const told = async (viewer = official) => (await findRefusedNames(viewer)).first[0]?.id ?? null;
const takes = (articleId: string, name: string) =>
  takeNameBack(official, { articleId, name: field(name), channel: 'phone', day: today() });

test('her no on record is told at once to who lets out a piece that names her, whether her yes was on record or told, until it is recorded there', async () => {
  for (const [name, isOnRecord] of [
    ['Tô Thị Ghi Sổ', true],
    ['Tô Thị Nói Miệng', false],
  ] as const) {
    const her = await makeMember(union.khuPho5, name);
    if (isOnRecord) await answers(official, her, 'given');
    const articleId = await out(name, isOnRecord ? {} : saying(name, 'agreed'));
    expect(await told(), name).toBeNull();
    if (isOnRecord) await takesBack(official, her);
    else await answers(official, her, 'refused');
    expect(await findRefusedNames(official), name).toEqual({
      count: 1,
      first: [{ id: articleId, title: `Chị ${name} dạy` }],
    });
    expect(await told(await makeViewer('province_official', union.province)), name).toBe(articleId);
    for (const viewer of [await makeViewer('commune_official', union.trangDai), head])
      expect(await told(viewer)).toBeNull();
    expect(await takes(articleId, name)).toMatchObject({ ok: true });
    expect(await told(), name).toBeNull();
    expect((await findArticle(official, articleId))?.publicIn, name).toEqual([]);
  }
});

test('nothing is told of who is named by her office, of a woman elsewhere, nor while another of her name agrees', async () => {
  const [office, elsewhere, namesake] = ['Tô Thị Chức Vụ', 'Tô Thị Nơi Khác', 'Tô Thị Trùng Tên'];
  await out(office, saying(office, 'public_role'));
  await answers(official, await makeMember(union.khuPho5, office), 'refused');
  await out(elsewhere, saying(elsewhere, 'agreed'));
  const neighbour = await makeViewer('commune_official', union.trangDai);
  await answers(neighbour, await makeMember(union.trangDai, elsewhere), 'refused');
  await answers(official, await makeMember(union.khuPho5, namesake), 'given');
  await out(namesake);
  await answers(official, await makeMember(union.khuPho5, namesake), 'refused');
  expect(await told()).toBeNull();
});

test('who took her name back, agreed anew and says no on record since is told again', async () => {
  const name = 'Tô Thị Lại Thôi';
  const her = await makeMember(union.khuPho5, name);
  const articleId = await out(name, saying(name, 'agreed'));
  expect(
    await takeNameBack(official, { articleId, name: field(name), channel: 'phone', day: addDays(today(), -1) }),
  ).toMatchObject({ ok: true });
  const version = await versionOf(official, articleId);
  expect(
    await publishArticle(official, { articleId, version, locales: ['vi'], ...saying(name, 'agreed') }),
  ).toMatchObject({ ok: true });
  expect(await told()).toBeNull();
  await answers(official, her, 'refused');
  expect(await told()).toBe(articleId);
  expect(await takes(articleId, name)).toMatchObject({ ok: true });
});

test('a name that no family name of ours begins is found by her no as well, and taken back', async () => {
  const name = 'Brừm Rẫy Mới';
  const her = await makeMember(union.khuPho5, name);
  const articleId = await out(name);
  await answers(official, her, 'refused');
  expect(await told()).toBe(articleId);
  expect(await takes(articleId, name)).toMatchObject({ ok: true });
  expect((await findArticle(official, articleId))?.publicIn).toEqual([]);
  expect(await told()).toBeNull();
});
