import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { env } from '@/domain/ground/env';
import { db } from '@/prisma/client';
import { answerPage, openFront } from '@/test/servers/front';
import { openNextCache } from '@/test/servers/next-cache';
import { published, writing } from '@/test/stages/articles';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';

let union: TestUnion;
let editor: Viewer;
let front: Awaited<ReturnType<typeof openFront>>;
let drawings = 0;
const cache = openNextCache();

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
  const { holdingAlerts } = await import('./holding-alerts');
  // a page that shows the bar and depends on nothing else
  front = await openFront(
    async (_request, response) => {
      drawings++;
      const alerts = await holdingAlerts('vi', [union.longHung.slug]);
      await answerPage(response, alerts.map(({ title }) => title).join(', ') || 'không cảnh báo', '');
    },
    { database: env.DATABASE_URL },
  );
});
afterAll(async () => {
  await front.close();
  cache.close();
});

const read = async () => (await front.ask('/do-phu')).text();

/** An alert of the commune that ends so many milliseconds from now. */
async function endingIn(milliseconds: number, titleVi: string) {
  const words = writing(union.province, { kind: 'alert', communeIds: [union.longHung.id], titleVi });
  const id = await published(editor, words);
  const plannedEnd = new Date(Date.now() + milliseconds);
  await db.publication.updateMany({ where: { articleId: id }, data: { plannedEnd } });
  return { id, plannedEnd };
}

test('the bar is gone from a kept page at the end of its alert, though no clock has taken the alert off and nobody has changed anything', async () => {
  const title = 'Cảnh báo sắp hết';
  const later = await endingIn(86_400_000, 'Cảnh báo còn lâu');
  const soon = await endingIn(8_000, title);
  expect(await read()).toContain(title);
  expect(await read()).toContain(title);
  expect(drawings, 'it is kept until then').toBe(1);
  await expect.poll(read, { timeout: 60_000 }).not.toContain(title);
  expect(Date.now()).toBeGreaterThanOrEqual(soon.plannedEnd.getTime());
  expect(await read(), 'the one that goes on').toContain('Cảnh báo còn lâu');
  expect(drawings, 'once more, and kept again').toBe(2);
  const standing = { articleId: { in: [soon.id, later.id] }, endedAt: null };
  expect(await db.publication.count({ where: standing })).toBe(4);
});

test('a kept page says another alert once that is told to have come, and not before', async () => {
  const title = 'Cảnh báo vừa tới';
  const drawn = drawings;
  expect(await read()).not.toContain(title);
  await endingIn(86_400_000, title);
  expect(await read()).not.toContain(title);
  expect(drawings, 'nobody has told it yet').toBe(drawn);
  await front.still.changed(['articles:alert']);
  await expect.poll(read).toContain(title);
});
