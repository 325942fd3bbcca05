import { afterAll, beforeAll, expect, test } from 'vitest';
import { env } from '@/domain/ground/env';
import { searchPublished } from '@/domain/search/queries';
import { db } from '@/prisma/client';
import { drawnOf } from '@/server/still/drawing/desk-fixture';
import { createAccount } from '@/test/factories/accounts';
import { createArticle } from '@/test/factories/articles';
import { createProvince } from '@/test/factories/units';
import { openFrontBefore } from '@/test/servers/front';
import { articleDrops, forgetting } from './drops';

type Opened = Awaited<ReturnType<typeof openFrontBefore>>;
let fronts: [Opened, Opened];
let drawings = 0;
let written: Omit<Parameters<typeof createArticle>[1], 'title'>;

/** A front that shares nothing with another one but the database; what it draws is what the search finds. */
const openOne = async () => {
  const front = await openFrontBefore(
    {
      draw: async (url) => {
        drawings++;
        const question = new URL(url, env.PORTAL_URL).searchParams.get('q') ?? '';
        const { articles } = await searchPublished('vi', question);
        return drawnOf({
          words: articles.articles.map(({ title }) => title.map(({ text }) => text).join('')).join(', '),
          tags: ['articles:news'],
          keepable: false,
        });
      },
      answer: async () => ({}),
      drop: () => {},
    },
    { database: env.DATABASE_URL },
  );
  await front.still.link.start();
  return front;
};

beforeAll(async () => {
  const unit = await createProvince(db);
  written = { unit, author: await createAccount(db), approver: await createAccount(db) };
  fronts = [await openOne(), await openOne()];
});
afterAll(() => Promise.all(fronts.map(({ close }) => close())));

const read = async ({ ask }: Opened) => (await ask('/tim-kiem?q=lop+hoc')).text();
/** Asks both fronts until they keep what they found, and says what that is. */
const keep = async () => {
  for (let time = 0; time < 4; time++) for (const front of fronts) await read(front);
  const before = drawings;
  const kept = [await read(fronts[0]), await read(fronts[1])];
  expect(drawings, 'what is read is kept').toBe(before);
  return kept;
};

test('an article that is published is in the kept search of every process, and in none from when it is withdrawn', async () => {
  await createArticle(db, { ...written, title: 'Lớp học ở nhà văn hóa' });
  expect(await keep()).toEqual(Array(2).fill('<h1>Lớp học ở nhà văn hóa</h1>'));

  const { id } = await createArticle(db, { ...written, title: 'Lớp học buổi tối' });
  const drops = articleDrops([{ id, kind: 'news', topics: [], places: [] }]);
  await fronts[0].still.changed(drops);
  expect(await read(fronts[0])).toContain('Lớp học buổi tối');
  await expect.poll(() => read(fronts[1])).toContain('Lớp học buổi tối');
  for (const kept of await keep()) expect(kept).toContain('Lớp học buổi tối');

  await db.publication.updateMany({ where: { articleId: id }, data: { endedAt: new Date(), endReason: 'withdrawn' } });
  await fronts[1].still.changed(await forgetting(drops));
  expect(await read(fronts[1])).not.toContain('Lớp học buổi tối');
  await expect.poll(() => read(fronts[0])).not.toContain('Lớp học buổi tối');
  expect(await keep()).toEqual(Array(2).fill('<h1>Lớp học ở nhà văn hóa</h1>'));
});
