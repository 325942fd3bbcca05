import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import type { DraftInput } from '@/domain/articles/article';
import { findArticle } from '@/domain/articles/draft-queries';
import { today } from '@/domain/days/day';
import { approveArticle } from '@/domain/newsroom/decision-commands';
import { publishArticle } from '@/domain/newsroom/publish-commands';
import { nameKey } from '@/domain/people/name';
import { db } from '@/prisma/client';
import { drafted, submitted, versionOf, writing } from '@/test/stages/articles';
import { answers, begin, outOf, rewrite } from '@/test/stages/stories/stories';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { fieldOf, type NamingInput } from './naming';
import { listNamesAsked } from './naming-queries';
import { takeNameBack } from './taken-back-commands';

const [short, longer] = ['Tô Thị Lan', 'Tô Thị Lan Anh'];
let union: TestUnion;
let official: Viewer;
let head: Viewer;
beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  head = await makeViewer('sub_association_head', union.khuPho5);
});

const fieldFor = (name: string) => fieldOf({ name, key: nameKey(name) });
const saying = (...names: string[]): NamingInput => ({
  naming: Object.fromEntries(names.map((name) => [fieldFor(name), 'public_role' as const])),
});
const both = { titleVi: `${short} và ${longer}`, titleEn: 'To Thi Lan Anh teaches' };
const alone = { titleVi: `Chị ${longer} dạy`, titleEn: 'To Thi Lan Anh teaches' };

/** A piece that named both women is out; the one with the shorter name takes hers back. */
async function takenBack(change: Partial<DraftInput> = both) {
  const id = await submitted(head, await drafted(head, writing(union.khuPho5, { kind: 'news', ...change })));
  const form = { articleId: id, version: await versionOf(official, id), locales: ['vi' as const, 'en' as const] };
  expect(await approveArticle(official, { ...form, ...saying(short, longer) })).toMatchObject({ ok: true });
  const no = { articleId: id, name: fieldFor(short), channel: 'phone' as const, day: today() };
  expect(await takeNameBack(official, no)).toMatchObject({ ok: true });
  return id;
}
async function corrected(id: string, change: Partial<DraftInput>) {
  await begin(head, id);
  expect(await rewrite(head, id, change)).toBe('saved');
  await submitted(head, id);
}
const out = async (id: string, said: NamingInput = {}) =>
  approveArticle(official, {
    articleId: id,
    version: await versionOf(official, id),
    locales: ['vi', 'en'],
    ...said,
  });
const asked = async (id: string) => {
  const article = await findArticle(official, id);
  if (!article) expect.unreachable();
  return (await listNamesAsked(official, article)).map(({ name, within }) => [name, within]);
};

describe('a longer name that holds one which was taken back', () => {
  test('is asked for anew, and then goes out in both languages, with its address', async () => {
    const id = await takenBack();
    expect(await outOf(id)).toEqual({ live: 0, planned: 0 });
    await corrected(id, alone);
    expect(await asked(id)).toEqual([[longer, true]]);
    expect(await out(id)).toEqual({ ok: false, problem: 'names-unanswered' });
    expect(await out(id, saying(longer))).toMatchObject({ ok: true });
    expect((await outOf(id)).live).toBe(2);
    expect((await findArticle(official, id))?.slugs.vi).toContain('to-thi-lan-anh');
    expect(await asked(id)).toEqual([]);
  });

  test('lets nothing out that says the shorter one as well, however it is written', async () => {
    for (const titleVi of [
      `${longer} cùng ${short}`,
      `${longer} và TÔ THỊ LAN`,
      `${longer}; bài của to thi lan`,
      `${longer}; ${short} anh hùng`,
      `${longer}; ${short}. Anh kể`,
    ]) {
      const id = await takenBack();
      await corrected(id, { ...alone, titleVi });
      const said = saying(longer);
      expect(await out(id, said), titleVi).not.toMatchObject({ ok: true });
      expect(await outOf(id), titleVi).toEqual({ live: 0, planned: 0 });
    }
  });

  test('is not settled by the yes on record of somebody who bears it: whoever knows of the no says that it is another', async () => {
    await answers(official, await makeMember(union.khuPho5, longer), 'given');
    const id = await takenBack();
    await corrected(id, alone);
    expect(await asked(id)).toEqual([[longer, true]]);
    expect(await out(id, saying(longer))).toMatchObject({ ok: true });
  });

  test('is no way around her no where it is words of a title in capitals', async () => {
    const id = await takenBack();
    await corrected(id, { ...alone, titleVi: 'TÔ THỊ LAN DẠY CẢ XÓM', titleEn: 'A class' });
    const [[name = ''] = []] = await asked(id);
    expect(name).toContain('TÔ THỊ LAN');
    expect(await out(id, saying(String(name)))).not.toMatchObject({ ok: true });
    expect(await outOf(id)).toEqual({ live: 0, planned: 0 });
  });
});

test('a longer name that had no answer is open while a no within it stands, and not once its bearer has agreed anew', async () => {
  await answers(official, await makeMember(union.khuPho5, longer), 'given');
  const id = await takenBack({ titleVi: `Chị ${short} dạy`, titleEn: 'A class' });
  await corrected(id, both);
  expect(await asked(id)).toContainEqual([longer, true]);
  const agreed = { articleId: id, name: short, answer: 'agreed' as const, channel: 'phone' as const };
  await db.articleNaming.create({ data: { ...agreed, agreedOn: new Date(), saidById: official.accountId } });
  expect(await asked(id)).toEqual([]);
});

test('an answer from before the no says nothing of it: what stood with the longer name alone left the public with it', async () => {
  const id = await takenBack({ titleVi: `${short} và ${longer}`, titleEn: 'To Thi Lan Anh teaches' });
  const version = await versionOf(official, id);
  const again = { articleId: id, version, locales: ['en' as const] };
  expect(await publishArticle(official, again)).toEqual({ ok: false, problem: 'names-unanswered' });
  const count = await db.articleNaming.count({ where: { articleId: id, answer: 'taken_back' } });
  expect(count).toBe(1);
});
