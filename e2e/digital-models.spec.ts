import { expect, type Page } from '@playwright/test';
import { test } from './support/test';

/** The figure of sub-associations as three pages say it: "14/19". */
async function figures(page: Page) {
  await page.goto('/admin');
  const admin = await page.locator('dd small').first().textContent();
  await page.goto('/xa-phuong/long-hung');
  const figure = page.locator('p', { hasText: 'chi hội có Gia đình số' }).locator('b').first();
  const commune = await figure.textContent();
  await page.goto('/do-phu');
  await page.getByText('Xem đủ 95 xã, phường').click();
  const row = page.getByRole('row', { name: /Phường Long Hưng/ });
  const cells = await row.locator('td').allTextContents();
  return { admin: admin?.trim(), commune: commune?.trim(), coverage: `${cells[3]?.trim()}/${cells[0]?.trim()}` };
}

test('a club founded by an official of Long Hưng stands on the public page of Long Hưng at once', async ({
  signInAs,
  browser,
}) => {
  const name = `Câu lạc bộ Phụ nữ số thử ${Date.now()}`;
  const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await reader.goto('/xa-phuong/long-hung');
  await expect(reader.getByText(name)).toHaveCount(0);

  const page = await signInAs('longhung');
  await page.goto('/admin/digital-models/new?kind=digital_womens_club');
  await page.getByLabel('Chi hội', { exact: true }).selectOption({ label: 'Chi hội Khu phố 5' });
  await page.getByLabel('Tên mô hình').fill(name);
  await page.getByLabel('Đang hoạt động').check();
  await page.getByRole('button', { name: 'Thành lập', exact: true }).click();
  await expect(page).toHaveURL(/said=founded/);
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

  await reader.reload();
  await expect(reader.getByText(name)).toBeVisible();
  await reader.context().close();
});

test('a planned family with a tied pair set active moves coverage by one, the same figure on three pages', async ({
  signInAs,
}) => {
  const page = await signInAs('longhung');
  const before = await figures(page);
  expect(new Set(Object.values(before)).size).toBe(1);

  await page.goto('/admin/digital-models?kind=digital_family&status=planned&q=khu+pho+3');
  await page.getByRole('link', { name: 'Gia đình số Khu phố 3', exact: true }).click();
  const panel = page.locator('#status');
  await panel.getByLabel('Đang hoạt động').check();
  await panel.getByRole('button', { name: 'Ghi trạng thái' }).click();
  await expect(page).toHaveURL(/said=changed/);

  const after = await figures(page);
  const [covered, units] = (before.admin ?? '').split('/').map(Number);
  expect(after).toEqual({
    admin: `${Number(covered) + 1}/${units}`,
    commune: `${Number(covered) + 1}/${units}`,
    coverage: `${Number(covered) + 1}/${units}`,
  });
});

test('what is wrong is said beside the field, and what was typed stays', async ({ signInAs }) => {
  const page = await signInAs('longhung');
  await page.goto('/admin/digital-models/new?kind=digital_womens_club');
  await page.getByLabel('Tên mô hình').fill('x');
  await page.getByLabel('Ngày thành lập').fill('2199-01-01');
  await page.getByRole('button', { name: 'Thành lập', exact: true }).click();
  await expect(page.locator('[aria-invalid="true"]').first()).toBeVisible();
  await expect(page.getByLabel('Ngày thành lập')).toHaveValue('2199-01-01');
  await expect(page.getByLabel('Tên mô hình')).toHaveValue('x');
});

test('a form that names a record of the neighbour is answered as if it did not exist, and changes nothing', async ({
  signInAs,
}) => {
  const neighbour = await signInAs('trangdai');
  await neighbour.goto('/admin/digital-models?kind=digital_family&status=active');
  const link = neighbour.locator('main table a[href^="/admin/digital-models/"]').first();
  const theirs = (await link.getAttribute('href'))?.split('/').at(-1) ?? '';

  const page = await signInAs('longhung');
  await page.goto('/admin/digital-models?kind=digital_family&status=active');
  await page.locator('main table a[href^="/admin/digital-models/"]').first().click();
  const panel = page.locator('#status');
  await expect(panel).toBeVisible();
  await panel.locator('input[name="modelId"]').evaluate((field, id) => field.setAttribute('value', id), theirs);
  await panel.getByRole('button', { name: 'Ghi trạng thái' }).click();
  await expect(panel.getByRole('alert')).toBeVisible();

  await neighbour.goto(`/admin/digital-models/${theirs}`);
  await expect(neighbour.getByText('Đang hoạt động').first()).toBeVisible();
});

test('two who change the same record: the second sees the newer text beside hers and nothing is overwritten unawares', async ({
  signInAs,
}) => {
  const [one, other] = [await signInAs('longhung'), await signInAs('longhung')];
  await one.goto('/admin/digital-models?kind=digital_womens_club');
  await one.locator('main table a[href^="/admin/digital-models/"]').first().click();
  await one.waitForURL(/digital-models\/[0-9a-f-]{36}/);
  const address = `${new URL(one.url()).pathname}/edit`;
  await Promise.all([one.goto(address), other.goto(address)]);
  const stamp = Date.now();
  await one.getByLabel('Số quyết định').fill(`A-${stamp}`);
  await one.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(one).toHaveURL(/said=edited/);
  await other.getByLabel('Số quyết định').fill(`B-${stamp}`);
  await other.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(other.getByText(`A-${stamp}`)).toBeVisible();
  await expect(other.getByLabel('Số quyết định')).toHaveValue(`B-${stamp}`);
});
