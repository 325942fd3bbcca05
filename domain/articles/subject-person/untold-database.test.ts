import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, today } from '@/domain/days/day';
import { approveArticle } from '@/domain/newsroom/decision-commands';
import { settleDuePublications } from '@/domain/newsroom/due-publication-commands';
import { db } from '@/prisma/client';
import { another, bringOut, submitted, versionOf, writing } from '@/test/stages/articles';
import {
  answers,
  begin,
  draftedOn,
  outOf,
  publishedOn,
  rewrite,
  takesBack,
  unname,
} from '@/test/stages/stories/stories';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { findEndedStories, findSubjectPerson } from './subject-person-queries';

let union: TestUnion;
let official: Viewer;
beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
});

const woman = (name?: string) => makeMember(union.khuPho5, name);
const form = async (articleId: string) => ({ articleId, version: await versionOf(official, articleId) });
const published = (personId: string, change: object = {}) =>
  publishedOn(official, personId, writing(union.longHung, change));

describe('her name is corrected', () => {
  const rename = (id: string, fullName: string) =>
    db.person.update({ where: { id }, data: { fullName }, select: { id: true } });

  test('and a public text that was said not to name her, but does, leaves; one of a woman who agrees stays', async () => {
    const [silent, agreeing] = [await woman('Vũ Thị Nhầm'), await woman('Vũ Thị Nhầm')];
    await answers(official, agreeing, 'given');
    const ids = [];
    for (const personId of [silent, agreeing]) {
      const id = await draftedOn(official, personId, writing(union.longHung, { bodyVi: 'Chị Vũ Thị Đúng cười.' }));
      await unname(official, id);
      await bringOut(official, id);
      ids.push(id);
    }
    for (const personId of [silent, agreeing]) await rename(personId, 'Vũ Thị Đúng');
    const out = await Promise.all(ids.map(outOf));
    expect(out.map(({ live }) => live)).toEqual([1, 2]);
    expect((await findEndedStories(official)).first?.id).toBe(ids[0]);
  });

  test('what may not be told at its minute ends and its editors are told; everything else that is due goes out', async () => {
    const [personId, other] = [await woman(), await woman()];
    const ids = [];
    for (const each of [personId, other]) {
      await answers(official, each, 'given');
      const id = await submitted(official, await draftedOn(official, each, writing(union.longHung)));
      const hour = { locales: ['vi' as const], day: addDays(today(), 1), time: '07:00' };
      expect(await approveArticle(await another(official), { ...(await form(id)), ...hour })).toMatchObject({
        ok: true,
      });
      ids.push(id);
    }
    await takesBack(official, personId);
    // as if nothing had followed her answer, and their minute had come
    const due = { endedAt: null, endReason: null, plannedAt: new Date(Date.now() - 60_000), createdAt: new Date(0) };
    await db.publication.updateMany({ where: { articleId: { in: ids } }, data: due });
    expect(await settleDuePublications()).toBe(1);
    expect(await Promise.all(ids.map(outOf))).toEqual([
      { live: 0, planned: 0 },
      { live: 1, planned: 0 },
    ]);
    expect((await findEndedStories(official)).first?.id).toBe(ids[0]);
  });
});

test('her editors are told which language left and which stays, and of a public text behind which a draft was being written', async () => {
  const [one, other] = [await woman(), await woman()];
  const id = await published(one);
  await begin(official, id);
  await takesBack(official, one);
  expect((await findEndedStories(official)).first).toMatchObject({ id, stays: null });
  expect((await findSubjectPerson(official, id))?.ended).toMatchObject({ stays: null });
  const half = await published(other);
  await begin(official, half);
  await rewrite(official, half);
  await unname(official, half);
  await bringOut(official, half, ['vi']);
  await takesBack(official, other);
  expect(await outOf(half)).toEqual({ live: 1, planned: 0 });
  expect((await findEndedStories(official)).first).toMatchObject({ id: half, stays: 'vi' });
  expect((await findSubjectPerson(official, half))?.ended).toMatchObject({ stays: 'vi' });
  await begin(official, half);
  expect((await findEndedStories(official)).first?.id).not.toBe(half);
});
