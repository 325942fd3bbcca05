import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createGroup, createSubAssociation } from '@/test/factories/units';
import { bringOut, drafted, published, versionOf, writing } from '@/test/stages/articles';
import { rewrite } from '@/test/stages/stories/stories';
import { carriedOut, yesterday } from '@/test/stages/units';
import { makeCommune, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { draftArticle } from '../commands';
import { findArticle } from '../draft-queries';
import { findPublishedArticle, listPublishedAddresses } from '../queries';
import { restoreText } from '../versions/restore-commands';
import { findVersionWords, listVersions } from '../versions/version-queries';
import { findPublishedUnitTold, listPublishedUnitsToTell } from './subject-unit-queries';

let union: TestUnion;
let editor: Viewer;
let province: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
  province = await makeViewer('province_official', union.province);
});

async function told(articleId: string) {
  const slug = (await listPublishedAddresses('vi')).find(({ id }) => id === articleId)?.slug ?? '';
  const found = await findPublishedArticle('vi', 'story', slug);
  return found && 'subjectUnitId' in found ? found.subjectUnitId : undefined;
}

test('the unit of a draft is told with it; of public words another one waits for the approval of the next edition', async () => {
  const id = await published(editor, writing(union.province, { subjectUnitId: union.khuPho5.id }));
  expect(await told(id)).toBe(union.khuPho5.id);
  expect(await rewrite(editor, id, { subjectUnitId: union.to1.id })).toBe('saved');
  expect(await findArticle(editor, id)).toMatchObject({ subjectUnitId: union.to1.id, moving: true, number: 2 });
  expect(await told(id)).toBe(union.khuPho5.id);
  await bringOut(editor, id);
  expect(await told(id)).toBe(union.to1.id);
  expect(await rewrite(editor, id)).toBe('saved');
  await bringOut(editor, id);
  expect(await told(id)).toBeNull();
});

test('who may not move the surroundings of public words moves no unit either', async () => {
  const head = await makeViewer('sub_association_head', union.khuPho5);
  const official = await makeViewer('commune_official', union.longHung);
  const id = await published(official, writing(union.khuPho5, { subjectUnitId: union.khuPho5.id }));
  expect(await rewrite(head, id)).toBe('saved');
  expect((await findArticle(official, id))?.subjectUnitId).toBe(union.khuPho5.id);
});

test('a unit outside her place, the city or one that is no more is not chosen, and no other kind names one; what was chosen stays when it ends', async () => {
  const official = await makeViewer('commune_official', union.longHung);
  const refused = { ok: false, problem: 'unit-not-hers' };
  const write = (viewer: Viewer, change: object) => draftArticle(viewer, writing(union.longHung, change));
  for (const { id } of [union.trangDai, union.ongHuong, union.province])
    expect(await write(official, { subjectUnitId: id })).toEqual(refused);
  expect(await write(official, { subjectUnitId: union.longHung.id })).toMatchObject({ ok: true });
  const news = { kind: 'news', subjectUnitId: union.khuPho5.id };
  expect(await write(official, news)).toEqual({ ok: false, problem: 'only-in-story' });

  const [gone, into] = [await createSubAssociation(db, union.longHung), await createSubAssociation(db, union.longHung)];
  const id = await drafted(official, writing(union.longHung, { subjectUnitId: gone.id }));
  await carriedOut(province, { kind: 'merge', unitId: gone.id, targetId: into.id, from: today() });
  expect(await rewrite(official, id, { subjectUnitId: gone.id })).toBe('saved');
  expect(await write(official, { subjectUnitId: gone.id })).toEqual(refused);
});

test('an earlier text brings its unit back, and where that is no more the one of now stays and is told', async () => {
  const gone = await createSubAssociation(db, union.longHung, { name: 'Ấp Cũ' });
  const id = await drafted(editor, writing(union.province, { subjectUnitId: gone.id }));
  expect(await rewrite(editor, id, { subjectUnitId: union.khuPho5.id, titleVi: 'Tựa hai' })).toBe('saved');
  expect(await rewrite(editor, id, { subjectUnitId: union.to1.id, titleVi: 'Tựa ba' })).toBe('saved');
  const back = async (title: string | undefined) => {
    const { versions } = await listVersions(editor, id, 'vi');
    const textId = versions.find((each) => each.title === title)?.id ?? '';
    const [words] = await findVersionWords(editor, id, 'vi', [textId]);
    const done = await restoreText(editor, { articleId: id, textId, version: await versionOf(editor, id) });
    return {
      unit: words?.unit,
      stays: done.ok && done.value.stays,
      now: (await findArticle(editor, id))?.subjectUnitId,
    };
  };
  const first = (await listVersions(editor, id, 'vi')).versions.at(-1)?.title;
  expect(await back('Tựa hai')).toEqual({ unit: 'Khu phố 5', stays: [], now: union.khuPho5.id });
  await carriedOut(province, { kind: 'merge', unitId: gone.id, targetId: union.khuPho6.id, from: today() });
  expect(await back(first)).toEqual({ unit: 'Ấp Cũ', stays: ['unit'], now: union.khuPho5.id });
});

test('offered are the open units of its communes with these, each with what it lies in, and the chosen one', async () => {
  const commune = await makeCommune(union.province, 'Xuân Lộc');
  const sub = await createSubAssociation(db, commune, { name: 'Ấp 3' });
  const group = await createGroup(db, sub, { name: 'Tổ 2' });
  const units = await listPublishedUnitsToTell([commune.id], union.to1.id);
  expect(units.map(({ id, above, commune }) => [id, above, commune])).toEqual([
    [union.to1.id, 'Khu phố 5', 'Long Hưng'],
    [commune.id, null, 'Xuân Lộc'],
    [sub.id, null, 'Xuân Lộc'],
    [group.id, 'Ấp 3', 'Xuân Lộc'],
  ]);
  expect(await listPublishedUnitsToTell([], null)).toEqual([]);
});

describe('a unit is told', () => {
  test('with the commune that it lies in', async () => {
    const place = { slug: union.longHung.slug, name: 'Long Hưng' };
    const own = { level: 'sub_association', name: 'Khu phố 5', kind: null };
    const unit = await findPublishedUnitTold(union.khuPho5.id, today());
    expect(unit).toMatchObject({ ...own, ended: false, now: [{ ...own, place }] });
    const commune = { level: 'commune', name: 'Long Hưng', kind: 'ward' };
    expect(await findPublishedUnitTold(union.longHung.id, today())).toMatchObject({
      ...commune,
      now: [{ ...commune, place }],
    });
  });

  test('by the name that it had when the story came out, and leads to what it has become, through several mergers', async () => {
    const [first, second, last] = [
      await createSubAssociation(db, union.longHung, { name: 'Ấp Một' }),
      await createSubAssociation(db, union.longHung, { name: 'Ấp Hai' }),
      await createSubAssociation(db, union.longHung, { name: 'Ấp Ba' }),
    ];
    const merge = (gone: { id: string }, into: { id: string }) =>
      carriedOut(province, { kind: 'merge', unitId: gone.id, targetId: into.id, from: today() });
    await merge(first, second);
    await merge(second, last);
    expect(await findPublishedUnitTold(first.id, today())).toMatchObject({
      name: 'Ấp Một',
      ended: true,
      now: [{ name: 'Ấp Ba', place: { slug: union.longHung.slug } }],
    });
    await carriedOut(province, { kind: 'rename', unitId: last.id, name: 'Ấp Ba Mới' });
    const then = await findPublishedUnitTold(last.id, yesterday());
    expect(then).toMatchObject({ name: 'Ấp Ba', ended: false, now: [{ name: 'Ấp Ba Mới' }] });
  });

  test('at the commune that took over its own', async () => {
    const [gone, into] = [await makeCommune(union.province, 'Bình Lộc'), await makeCommune(union.province, 'Bình Sơn')];
    const sub = await createSubAssociation(db, gone, { name: 'Ấp Cây Gáo' });
    await carriedOut(province, { kind: 'merge', unitId: gone.id, targetId: into.id, from: today() });
    const place = { slug: into.slug, name: 'Bình Sơn' };
    expect(await findPublishedUnitTold(sub.id, today())).toMatchObject({ ended: false, now: [{ place }] });
    expect(await findPublishedUnitTold(gone.id, today())).toMatchObject({
      name: 'Bình Lộc',
      ended: true,
      now: [{ level: 'commune', name: 'Bình Sơn', place }],
    });
  });
});
