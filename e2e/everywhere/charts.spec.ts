import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from '../support/test';

/** Where officials see charts, each above a table that says the same numbers. */
const PAGE = '/admin/coverage';
const LOST = 'Trình duyệt này không vẽ được biểu đồ. Số liệu có đủ trong bảng bên dưới.';

const CHUNKS = join('.next', 'static', 'chunks');
/** The scripts that draw charts: they come by themselves, after the page. */
const chartScripts = readdirSync(CHUNKS, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.js') && readFileSync(join(CHUNKS, name), 'utf8').includes('recharts-surface'),
);

async function expectTheRest(page: Page) {
  await page.goto(PAGE);
  await expect(page.getByText(LOST).first()).toBeVisible();
  await expect(page.locator('.recharts-surface')).toHaveCount(0);
  // what React takes away with a failure that nobody catches
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await expect(page.locator('figure table').first()).toBeAttached();
}

test('charts are drawn where nothing goes wrong', async ({ signInAs }) => {
  const page = await signInAs('longhung');
  await page.goto(PAGE);
  await expect(page.locator('.recharts-surface').first()).toBeVisible();
  await expect(page.getByText(LOST)).toHaveCount(0);
});

test('a chart whose script does not come takes nothing of the page with it, and says where its numbers are', async ({
  signInAs,
}) => {
  expect(chartScripts.length).toBeGreaterThan(0);
  const page = await signInAs('longhung');
  await page.route(
    (url) => chartScripts.some((name) => url.pathname.endsWith(`/${name}`)),
    (route) => route.abort(),
  );
  await expectTheRest(page);
});

test('a chart that fails while it is drawn takes nothing of the page with it either', async ({ signInAs }) => {
  const page = await signInAs('longhung');
  await page.addInitScript(() => {
    window.ResizeObserver = class {
      constructor() {
        throw new Error('this browser measures nothing');
      }
    } as unknown as typeof ResizeObserver;
  });
  await expectTheRest(page);
});
