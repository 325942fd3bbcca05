import type pg from 'pg';
import { createModel } from '../../test/factories/digital-models';
import { createPair } from '../../test/factories/pairs';
import { createMember } from '../../test/factories/people';
import { createGroup } from '../../test/factories/units';
import { type Made, read } from '../../test/factories/write';
import { expect } from '../support/reader/expect';
import { monthBegan } from '../support/stage/stage';
import { test } from '../support/test';

const OPEN = monthBegan();
const WOMEN = ['Lê Thị Dẫn', 'Lê Thị Học'];

/** A new group of Long Hưng with a family and a pair, tied or not. */
async function makePlace(database: pg.Client, name: string, tied: boolean) {
  const [above] = await read<Made & { path: string }>(
    database,
    `SELECT u.id, s.path FROM unit u JOIN unit_span s ON s.unit_id = u.id AND s.is_last WHERE u.slug = 'long-hung-khu-pho-6'`,
  );
  const group = await createGroup(database, above as Made & { path: string }, { name, from: OPEN });
  const family = await createModel(database, group, { name: `Gia đình số ${name}`, from: OPEN });
  const guide = await createMember(database, group, { name: WOMEN[0] ?? '', from: OPEN });
  const learner = await createMember(database, group, { name: WOMEN[1] ?? '', from: OPEN });
  const pair = await createPair(database, group, guide, learner, { from: OPEN, ...(tied && { tiedTo: family }) });
  return { family, pair };
}

test('who ends a family reads before which pairs run on in it, and after what that moved and where each is opened; a typed word moves nothing', async ({
  signInAs,
  database,
}) => {
  const name = `Tổ ${Date.now()}`;
  const { family, pair } = await makePlace(database, name, true);
  const page = await signInAs('longhung');
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`/admin/digital-models/${family.id}`);
  const opens = page.getByRole('link', { name: `Mở cặp: ${WOMEN.join(' kèm ')}` });
  await expect(opens).toHaveCount(1);
  await expect(page.locator('#status')).toContainText('1 cặp còn gắn với Gia đình số này');
  const stopping = page.locator('form', { has: page.getByRole('button', { name: 'Ghi ngày cuối' }) });
  await stopping.getByRole('radio', { name: 'Đã kết thúc' }).check();
  const day = new Date(Date.now() - 86_400_000).toLocaleDateString('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' });
  await stopping.getByLabel(/^Ngày cuối/).fill(day);
  await stopping.getByRole('button', { name: 'Ghi ngày cuối' }).click();
  await expect(page).toHaveURL(/said=changed&moved=/);
  const moved = page.locator('#moved');
  await expect(moved).toContainText(`${name} không còn đạt chỉ tiêu: 1 → 0.`);
  const [, before, after] = /(\d+)\/\d+ → (\d+)\/\d+ tổ/.exec((await moved.textContent()) ?? '') ?? [];
  expect(Number(after)).toBe(Number(before) - 1);
  await expect(opens).toHaveAttribute('href', `/admin/pairs/${pair.id}#end`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  const typed = new URL(page.url());
  typed.searchParams.set('moved', (typed.searchParams.get('moved') ?? '').replace('lost', 'gained'));
  // from within the portal: of who comes by a link the page tells nothing at all
  await page.evaluate((href) => location.assign(href), typed.href);
  await page.waitForURL(typed.href);
  await expect(page.locator('#moved')).toContainText(`${name} chưa đạt, còn thiếu:`);
  await expect(page.locator('#moved')).not.toContainText('→');
});

test('a pair that is tied from a day on is told with that day, and no page says that coverage was counted anew', async ({
  signInAs,
  database,
}) => {
  const name = `Tổ ${Date.now()}`;
  const { family, pair } = await makePlace(database, name, false);
  const page = await signInAs('longhung');
  await page.goto(`/admin/pairs/${pair.id}`);
  const day = new Date(Date.now() + 5 * 86_400_000).toLocaleDateString('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' });
  await page
    .locator('#tie')
    .getByLabel(/^Từ ngày/)
    .fill(day);
  await page.locator('#tie').getByRole('button', { name: 'Gắn', exact: true }).click();
  await expect(page).toHaveURL(/said=tied/);
  await expect(page.locator('#moved')).toContainText(`${name} được tính từ ${day}; hôm nay con số chưa đổi.`);
  await expect(page.getByText(`sẽ gắn từ ${day}`)).toBeVisible();
  await page.goto(`/admin/digital-models/${family.id}`);
  await expect(page.getByText(`Có cặp 1+1 gắn vào từ ${day}`)).toBeVisible();
  await expect(page.getByText('nơi đây được tính là đạt chỉ tiêu.')).toHaveCount(0);
});
