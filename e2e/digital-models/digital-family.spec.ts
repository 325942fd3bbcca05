import type { Page } from '@playwright/test';
import type pg from 'pg';
import { createModel } from '../../test/factories/digital-models';
import { createHousehold, createMember } from '../../test/factories/people';
import { createGroup } from '../../test/factories/units';
import { read } from '../../test/factories/write';
import { violationsOf } from '../support/page/axe';
import { expect } from '../support/reader/expect';
import { monthBegan } from '../support/stage/stage';
import { test } from '../support/test';

const OPEN = monthBegan();

const names = ['An', 'Bích', 'Cúc', 'Dung', 'Én', 'Gấm', 'Hà', 'Khuê', 'Lụa', 'Mận', 'Nhài', 'Oanh'];

/** A new group of a quarter of Long Hưng with twelve women. */
async function makeGroup(database: pg.Client, name: string, quarter = 'khu-pho-6') {
  const [above] = await read<{ id: string; path: string }>(
    database,
    `SELECT u.id, s.path FROM unit u JOIN unit_span s ON s.unit_id = u.id AND s.is_last WHERE u.slug = 'long-hung-${quarter}'`,
  );
  const group = await createGroup(database, above as { id: string; path: string }, { name, from: OPEN });
  const women: string[] = [];
  for (const given of names)
    women.push((await createMember(database, group, { name: `Đinh Thị ${given}`, from: OPEN })).id);
  return { group, women };
}

/** Counts what a thumb does on a page: every touch of it, whatever it hits. */
async function countTaps(page: Page): Promise<() => number> {
  let taps = 0;
  await page.exposeFunction('noteTap', () => {
    taps += 1;
  });
  await page.addInitScript(() => {
    const note = (window as unknown as { noteTap: () => void }).noteTap;
    // a label's click is followed by one of its field, which no thumb made
    addEventListener('pointerdown', () => note(), true);
  });
  return () => taps;
}

test('an official founds a family of twelve households on one screen, a household on record comes as it is', async ({
  signInAs,
  database,
  readAs,
}) => {
  const { group, women } = await makeGroup(database, `Tổ ${Date.now()}`);
  await createHousehold(database, group, { id: women[0] ?? '' }, OPEN);
  const page = await signInAs('longhung');
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`/admin/digital-models/new?kind=digital_family&unit=${group.id}`);
  for (const given of names) await page.getByRole('checkbox', { name: new RegExp(`Đinh Thị ${given}`) }).check();
  await page.getByLabel('Số người trong nhà Đinh Thị An').fill('5');
  expect(await violationsOf(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.getByRole('button', { name: 'Thành lập', exact: true }).click();
  await expect(page).toHaveURL(/said=founded/);

  const record = new URL(page.url()).pathname;
  await page.goto(`${record}/households`);
  await expect(page.locator('main tbody tr')).toHaveCount(12);
  await expect(page.getByRole('row', { name: /Đinh Thị An/ })).toContainText('5');
  await page.goto(`${record}/members`);
  await expect(page.getByText('12 thành viên', { exact: true })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'Đinh Thị An' })).toHaveCSS('text-align', 'left');
  await expect(page.getByRole('link', { name: 'Hộ Đinh Thị Oanh' })).toBeVisible();
  expect((await (await readAs('trangdai')).goto(`${record}/households/add`))?.status()).toBe(404);
});

test('households added later are ticked on one sheet; what was wrong is said and every tick stays', async ({
  signInAs,
  database,
}) => {
  const { group } = await makeGroup(database, `Tổ ${Date.now()}`);
  const family = await createModel(database, group, { name: `Gia đình số ${Date.now()}`, from: OPEN });
  const page = await signInAs('longhung');
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`/admin/digital-models/${family.id}/members`);
  await page.getByRole('link', { name: 'Thêm nhiều hộ' }).click();
  await page.getByRole('button', { name: 'Thêm các hộ đã chọn' }).click();
  await expect(page.getByText('Chị đánh dấu ít nhất một chủ hộ.').first()).toBeVisible();
  await page.getByRole('checkbox', { name: /Đinh Thị Gấm/ }).check();
  await page.getByRole('checkbox', { name: /Đinh Thị Hà/ }).check();
  await page.getByLabel('Số người trong nhà Đinh Thị Hà').fill('0');
  await page.getByRole('button', { name: 'Thêm các hộ đã chọn' }).click();
  await expect(page.getByText('Ít nhất là 1.').first()).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /Đinh Thị Gấm/ })).toBeChecked();
  await page.getByLabel('Số người trong nhà Đinh Thị Hà').fill('3');
  await page.getByRole('button', { name: 'Thêm các hộ đã chọn' }).click();
  await expect(page.getByText('Đã thêm các hộ. Gia đình số có 2 hộ, 2 thành viên.')).toBeVisible();
});

test('on a phone a head adds a pair in her group with four taps, and the figure moves before her eyes', async ({
  signInAs,
  database,
}) => {
  const name = `Tổ ${Date.now()}`;
  const { group } = await makeGroup(database, name, 'khu-pho-5');
  await createModel(database, group, { name: `Gia đình số ${name}`, from: OPEN });
  const page = await signInAs('khupho5');
  await page.setViewportSize({ width: 360, height: 740 });
  const taps = await countTaps(page);
  await page.goto('/admin');
  await page
    .getByRole('row', { name })
    .getByRole('link', { name: /^Ghép cặp/ })
    .click();
  await page.getByRole('link', { name: new RegExp(`Đinh Thị Oanh.*${name}`) }).click();
  await page
    .getByRole('group', { name: /^Người hướng dẫn/ })
    .getByRole('radio')
    .first()
    .check();
  await page.getByRole('button', { name: 'Ghép cặp', exact: true }).click();
  await expect(page).toHaveURL(/said=paired/);
  await expect(page.getByText(`${name} đạt chỉ tiêu: 0 → 1.`)).toBeVisible();
  await expect(page.getByText(/Long Hưng: \d+\/\d+ → \d+\/\d+ tổ/)).toBeVisible();
  expect(taps()).toBe(4);
});

test('the province founds a family in any quarter: its women are there as soon as for the official of the ward', async ({
  signInAs,
  database,
}) => {
  const name = `Tổ ${Date.now()}`;
  await makeGroup(database, name, 'khu-pho-7');
  const [quarter] = await read<{ id: string }>(database, `SELECT id FROM unit WHERE slug = 'long-hung-khu-pho-7'`);
  const page = await signInAs('province');
  const answer = await page.goto(`/admin/digital-models/new?kind=digital_family&unit=${quarter?.id}`);
  expect(answer?.status()).toBe(200);
  await expect(page.getByRole('checkbox', { name: new RegExp(`, \\d{4} ${name}`) })).toHaveCount(12);
});
