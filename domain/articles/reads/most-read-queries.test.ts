import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, startOf, toDate, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createAccount } from '@/test/factories/accounts';
import { createArticle } from '@/test/factories/articles';
import { createCourse, createSession } from '@/test/factories/trainings';
import { makeUnion, makeViewer, type TestUnion, type TestUnit } from '@/test/union';
import { forgetReads } from './forget-read-commands';
import {
  findCommuneReads,
  listMostReadArticles,
  listMostReadCommunes,
  listMostReadSessions,
  listReadPages,
} from './most-read-queries';
import { READ_DAYS } from './read';

let union: TestUnion;
let editor: Viewer;
let official: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
  official = await makeViewer('commune_official', union.longHung);
});
/** Only what a test notes itself is found in its lists. */
beforeEach(async () => {
  await db.pageRead.deleteMany();
  await db.articleRead.deleteMany();
});

const note = (reads: Record<string, number>) =>
  db.$queryRaw`SELECT app.note_reads(${JSON.stringify(reads)}::jsonb)::text`;
const slugOf = async ({ id }: TestUnit) =>
  (await db.unit.findUniqueOrThrow({ where: { id }, select: { slug: true } })).slug;
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

async function written(unit: TestUnit, state: 'published' | 'draft') {
  const [author, approver] = [await createAccount(db), await createAccount(db)];
  return createArticle(db, { unit, author, approver, state });
}

test('reads of a commune and of a class add up by language, over batches and over two processes that write at once', async () => {
  const slug = await slugOf(union.longHung);
  const [startsAt, endsAt] = [86_400_000, 90_000_000].map((away) => new Date(Date.now() + away).toISOString()) as [
    string,
    string,
  ];
  const session = await createSession(db, { course: await createCourse(db), unit: union.khuPho5, startsAt, endsAt });
  const batch = { [`/vi/commune/${slug}`]: 2, [`/en/commune/${slug}`]: 1, [`/vi/session/${session.slug}`]: 4 };
  const turned = Object.fromEntries(Object.entries(batch).reverse());
  await Promise.all(Array.from({ length: 10 }, (_, at) => note(at % 2 ? batch : turned)));
  expect(await listMostReadCommunes(editor, 7)).toEqual([
    { id: union.longHung.id, slug, name: 'Long Hưng', times: 30, vi: 20, en: 10 },
  ]);
  const day = new Date(Date.parse(startsAt) + 7 * 3_600_000).toISOString().slice(0, 10);
  const told = { id: session.id, slug: session.slug, title: 'Sử dụng VNeID', communeName: 'Long Hưng', day };
  expect(await listMostReadSessions(editor, 7)).toEqual([{ ...told, times: 40, vi: 40, en: 0 }]);
  // a new address takes nothing away
  await db.unit.update({ where: { id: union.longHung.id }, data: { slug: `${slug}-moi` }, select: { id: true } });
  await note({ [`/vi/commune/${slug}-moi`]: 1 });
  expect(await findCommuneReads(official, union.longHung.id)).toEqual({ times: 31, vi: 21, en: 10 });
  await db.unit.update({ where: { id: union.longHung.id }, data: { slug }, select: { id: true } });
});

test('other pages are counted by name and language; a commune or class that no record stands behind is left out', async () => {
  await note({
    '/vi/search': 3,
    '/en/search': 1,
    '/vi/commune/khong-co': 9,
    '/vi/session/khong-co': 9,
    '/vi/story/khong-co': 9,
  });
  await note({ '/vi/search': 2, '/vi/indicator/gia-dinh-so': 4 });
  expect(await listReadPages(editor, 7)).toEqual([
    { page: 'search', slug: '', locale: 'vi', times: 5 },
    { page: 'indicator', slug: 'gia-dinh-so', locale: 'vi', times: 4 },
    { page: 'search', slug: '', locale: 'en', times: 1 },
  ]);
  expect(await db.pageRead.count()).toBe(3);
  expect(await listReadPages(official, 7), 'of a part of the city nothing is told of pages of all').toEqual([]);
});

test('what was read most stands first, of seven days or of thirty; what is older is told nobody and forgotten', async () => {
  const [lately, before] = [await written(union.longHung, 'published'), await written(union.longHung, 'published')];
  const row = ({ id }: { id: string }, away: number, times: number) => ({
    articleId: id,
    day: toDate(addDays(today(), away)),
    locale: 'vi',
    times,
  });
  await db.articleRead.createMany({ data: [row(lately, 0, 2), row(before, -7, 9), row(lately, -READ_DAYS, 50)] });
  const days = [0, -7, -READ_DAYS].map((away) => ({
    page: 'search',
    day: toDate(addDays(today(), away)),
    locale: 'vi',
    times: 1,
  }));
  await db.pageRead.createMany({ data: days });
  expect(ids(await listMostReadArticles(editor, 7))).toEqual([lately.id]);
  expect(ids(await listMostReadArticles(editor, 30))).toEqual([before.id, lately.id]);
  expect((await listReadPages(editor, 30)).map(({ times }) => times)).toEqual([2]);
  expect(await forgetReads()).toBe(2);
  expect(await db.pageRead.count({ where: { day: { lt: startOf(addDays(today(), -READ_DAYS)) } } })).toBe(0);
});

test('a piece, read or not public, is named to who may see it alone: no title of the neighbour’s or of the province’s', async () => {
  const own = await written(union.longHung, 'draft');
  const others = [await written(union.trangDai, 'draft'), await written(union.province, 'published')];
  const all = [own, ...others];
  const data = all.map(({ id }) => ({ articleId: id, day: toDate(today()), locale: 'vi', times: 3 }));
  await db.articleRead.createMany({ data });
  expect(ids(await listMostReadArticles(official, 7))).toEqual([own.id]);
  expect(ids(await listMostReadArticles(editor, 7)).sort()).toEqual(ids(all).sort());
  const [head, trainer] = [
    await makeViewer('sub_association_head', union.khuPho5),
    await makeViewer('trainer', union.longHung),
  ];
  for (const viewer of [head, trainer]) expect(await listMostReadArticles(viewer, 7)).toEqual([]);
});

test('how often the page of a commune was read is told to who sees its articles, and of no other unit', async () => {
  await note({ [`/vi/commune/${await slugOf(union.trangDai)}`]: 3 });
  expect(await findCommuneReads(editor, union.trangDai.id)).toEqual({ times: 3, vi: 3, en: 0 });
  expect(await findCommuneReads(official, union.trangDai.id)).toBeNull();
  expect(await listMostReadCommunes(official, 7)).toEqual([]);
  expect(await findCommuneReads(official, union.longHung.id)).toEqual({ times: 0, vi: 0, en: 0 });
  expect(await findCommuneReads(official, union.khuPho5.id)).toBeNull();
  expect(await findCommuneReads(official, 'khong-co')).toBeNull();
});
