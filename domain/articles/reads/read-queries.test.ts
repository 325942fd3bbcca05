import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, toDate, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createAccount } from '@/test/factories/accounts';
import { createArticle, type MadeArticle } from '@/test/factories/articles';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { forgetReads } from './forget-read-commands';
import { READ_DAYS } from './read';
import { findReadsByDay, listReads } from './read-queries';

let union: TestUnion;
let editor: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
});

const written = async (): Promise<MadeArticle> =>
  createArticle(db, { unit: union.province, author: await createAccount(db), approver: await createAccount(db) });
const note = (reads: Record<string, number>) =>
  db.$queryRaw`SELECT app.note_reads(${JSON.stringify(reads)}::jsonb)::text`;

test('reads of an article add up over both languages, over batches and over two processes that write at once', async () => {
  const { id, slugs } = await written();
  const other = await written();
  const batch = {
    [`/vi/newsArticle/${slugs.vi}`]: 2,
    [`/en/newsArticle/${slugs.en}`]: 1,
    [`/vi/newsArticle/${other.slugs.vi}`]: 5,
  };
  const turned = Object.fromEntries(Object.entries(batch).reverse());
  await Promise.all(Array.from({ length: 12 }, (_, at) => note(at % 2 ? batch : turned)));
  expect(await listReads(editor, [id, other.id])).toEqual(
    new Map([
      [id, 36],
      [other.id, 60],
    ]),
  );
});

test.each(['news', 'story', 'guide', 'alert'] as const)(
  'reads of a piece of kind %s are told by language',
  async (kind) => {
    const options = { unit: union.province, author: await createAccount(db), approver: await createAccount(db), kind };
    // readers of an alert find it as they find news, whole or not
    const { id, slugs } = await createArticle(db, { ...options, state: kind === 'alert' ? 'draft' : 'published' });
    const page = { news: 'newsArticle', alert: 'newsArticle', story: 'story', guide: 'guide' }[kind];
    await note({ [`/vi/${page}/${slugs.vi}`]: 4 });
    await note({ [`/vi/${page}/${slugs.vi}`]: 3, [`/en/${page}/${slugs.en}`]: 2 });
    expect((await findReadsByDay(editor, id))?.at(-1)).toEqual({ day: today(), times: 9, vi: 7, en: 2 });
    expect(await listReads(editor, [id])).toEqual(new Map([[id, 9]]));
  },
);

test('a piece that is lent out under the other language is read in that one', async () => {
  const { id, slugs } = await written();
  const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
  await owner.query(`DELETE FROM article_slug WHERE article_id = $1 AND locale = 'en'`, [id]);
  await owner.end();
  await note({ [`/en/newsArticle/${slugs.vi}`]: 5, [`/vi/newsArticle/${slugs.vi}`]: 3 });
  expect((await findReadsByDay(editor, id))?.at(-1)).toEqual({ day: today(), times: 8, vi: 3, en: 5 });
});

test('what no address leads to is left out, and what does is written', async () => {
  const { id, slugs } = await written();
  await note({ '/vi/newsArticle/khong-co': 4, [`/vi/newsArticle/${slugs.vi}`]: 3, [`/en/newsArticle/${slugs.vi}`]: 5 });
  expect(await listReads(editor, [id])).toEqual(new Map([[id, 3]]));
});

test('reads of days that are not told any more are forgotten, those of the first day that is told stay', async () => {
  const { id } = await written();
  const days = [-READ_DAYS, -400, 1 - READ_DAYS, 0].map((away) => toDate(addDays(today(), away)));
  await db.articleRead.createMany({ data: days.map((day) => ({ articleId: id, day, times: 1 })) });
  expect(await forgetReads()).toBeGreaterThanOrEqual(2);
  expect(await forgetReads()).toBe(0);
  const left = await db.articleRead.findMany({
    where: { articleId: id },
    orderBy: { day: 'asc' },
    select: { day: true },
    take: 9,
  });
  expect(left.map(({ day }) => day)).toEqual(days.slice(2));
});

test('each day of thirty is told, the last one today, those without a read as none, and nothing before', async () => {
  const { id } = await written();
  const days = [0, -3, 1 - READ_DAYS, -READ_DAYS].map((away) => toDate(addDays(today(), away)));
  await db.articleRead.createMany({ data: days.map((day, at) => ({ articleId: id, day, times: at + 1 })) });
  const told = await findReadsByDay(editor, id);
  expect(told).toHaveLength(READ_DAYS);
  expect(told?.at(-1)).toEqual({ day: today(), times: 1, vi: 0, en: 0 });
  expect(told?.[0]).toEqual({ day: addDays(today(), 1 - READ_DAYS), times: 3, vi: 0, en: 0 });
  expect(told?.reduce((sum, { times }) => sum + times, 0)).toBe(6);
  expect(await listReads(editor, [id])).toEqual(new Map([[id, 6]]));
});

test('an official of a commune is told nothing of the province’s article, as if it were none', async () => {
  const { id, slugs } = await written();
  await note({ [`/vi/newsArticle/${slugs.vi}`]: 1 });
  const official = await makeViewer('commune_official', union.longHung);
  expect(await findReadsByDay(official, id)).toBeNull();
  expect(await listReads(official, [id])).toEqual(new Map());
});
