import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { endsOf } from '@/domain/articles/article';
import { listPublishedNewest } from '@/domain/articles/queries';
import { env } from '@/domain/ground/env';
import { db } from '@/prisma/client';
import { drawnOf } from '@/server/still/drawing/desk-fixture';
import { until } from '@/server/still/tags';
import { openFrontBefore } from '@/test/servers/front';
import { published, writing } from '@/test/stages/articles';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';

let union: TestUnion;
let editor: Viewer;
let front: Awaited<ReturnType<typeof openFrontBefore>>;
let drawings = 0;

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
  front = await openFrontBefore(
    {
      draw: async () => {
        drawings++;
        const { alert: alerts } = await listPublishedNewest('vi', { alert: 6 }, [union.longHung.slug]);
        const [first] = endsOf(alerts).sort((one, other) => one.getTime() - other.getTime());
        const tags = ['articles:alert', ...(first ? [until(first)] : [])];
        return drawnOf({ words: alerts.map(({ title }) => title).join(', ') || 'không cảnh báo', tags });
      },
      answer: async () => ({}),
      drop: () => {},
    },
    { database: env.DATABASE_URL },
  );
});
afterAll(() => front.close());

test('the bar is gone from a kept page at the end of its alert, though no clock has taken the alert off and nobody has changed anything', async () => {
  const titleVi = 'Cảnh báo sắp hết';
  const id = await published(
    editor,
    writing(union.province, { kind: 'alert', communeIds: [union.longHung.id], titleVi }),
  );
  const plannedEnd = new Date(Date.now() + 3_000);
  await db.publication.updateMany({ where: { articleId: id }, data: { plannedEnd } });
  const read = async () => (await front.ask('/do-phu')).text();
  expect(await read()).toContain(titleVi);
  expect(await read()).toContain(titleVi);
  expect(drawings, 'it is kept until then').toBe(1);
  await expect.poll(read, { timeout: 60_000 }).toContain('không cảnh báo');
  expect(Date.now()).toBeGreaterThanOrEqual(plannedEnd.getTime());
  const standing = { where: { articleId: id, endedAt: null } };
  expect(await db.publication.count(standing)).toBe(2);
});
