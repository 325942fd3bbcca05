import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { shownOf } from '@/domain/articles/shown-writes';
import { env } from '@/domain/ground/env';
import { withdrawArticle } from '@/domain/newsroom/publish-commands';
import { transaction } from '@/prisma/client';
import { answerPage, openFront } from '@/test/servers/front';
import { openNextCache } from '@/test/servers/next-cache';
import { published, withdrawing, writing } from '@/test/stages/articles';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { articleDrops, forgetting } from './drops';

let union: TestUnion;
let editor: Viewer;
let front: Awaited<ReturnType<typeof openFront>>;
const drawings = { here: 0, there: 0 };
/** Readers may have the page before for so long. */
const WITHIN_A_MOMENT = { timeout: 5_000 };
const cache = openNextCache();

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
  const { holdingAlerts } = await import('./holding-alerts');
  const communes = { here: union.longHung, there: union.trangDai };
  // pages that show the bar of a commune and depend on nothing else, as one of a class does
  front = await openFront(
    async ({ url }, response) => {
      const place = url?.includes('long-hung') ? 'here' : 'there';
      drawings[place]++;
      const alerts = await holdingAlerts('vi', [communes[place].slug]);
      await answerPage(response, alerts.map(({ title }) => title).join(', ') || 'không cảnh báo', '');
    },
    { database: env.DATABASE_URL },
  );
});
afterAll(async () => {
  await front.close();
  cache.close();
});

const read = async () => ({
  here: await (await front.ask('/tap-huan/lop-o-long-hung')).text(),
  there: await (await front.ask('/tap-huan/lop-o-trang-dai')).text(),
});

/** An alert that has just come out, with what its publication drops. */
async function alertOf(communeIds: string[], titleVi: string) {
  const words = writing(union.province, { kind: 'alert', communeIds, titleVi });
  const id = await published(editor, words);
  return { id, drops: articleDrops(await transaction((tx) => shownOf(tx, id))) };
}

test('a kept page of a commune has the bar of its alert once that comes out, and loses it once it is withdrawn; the neighbour’s page stays as it lay', async () => {
  const title = 'Giả danh công an ở Long Hưng';
  expect((await read()).here).not.toContain(title);
  const { id, drops } = await alertOf([union.longHung.id], title);
  await front.still.changed(drops);
  await expect.poll(async () => (await read()).here, WITHIN_A_MOMENT).toContain(title);
  expect((await read()).there).not.toContain(title);
  expect(drawings).toEqual({ here: 2, there: 1 });

  const withdrawn = await withdrawArticle(editor, withdrawing(id));
  if (!withdrawn.ok) throw new Error(withdrawn.problem);
  await front.still.changed(await forgetting(articleDrops(withdrawn.value.shown)));
  expect((await read()).here).not.toContain(title);
  expect((await read()).there).not.toContain(title);
  expect(drawings).toEqual({ here: 3, there: 1 });
});

test('an alert of the whole city comes to the kept pages of every commune', async () => {
  const title = 'Giả danh ngân hàng khắp thành phố';
  expect((await read()).there).not.toContain(title);
  const { drops } = await alertOf([], title);
  await front.still.changed(drops);
  const told = async () => Object.values(await read()).map((page) => page.includes(title));
  await expect.poll(told, WITHIN_A_MOMENT).toEqual([true, true]);
});
