import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { test } from './support/test';

test.setTimeout(150_000);

/** Members of Khu phố 5, Long Hưng, as the form that pairs them offers them; one for each test. */
async function memberOf(page: Page, at: number): Promise<{ id: string; name: string }> {
  await page.goto('/admin/pairs/new');
  await page.getByLabel('Chi hội hoặc tổ').selectOption({ label: 'Chi hội Khu phố 5' });
  await page.getByRole('button', { name: 'Chọn nơi này' }).click();
  const options = page.getByLabel('Chị học').locator('option:not([value=""])');
  await expect(options.first()).toBeAttached();
  const option = options.nth(at);
  const words = (await option.textContent()) ?? '';
  return { id: (await option.getAttribute('value')) ?? '', name: words.split(/ \(|,/)[0] ?? '' };
}

const pageOf = (id: string, name: string) => `/admin/people/${id}/${name}`;

/** No violation of WCAG 2.2 AA with everything opened, and no sideways scrolling on a phone. */
async function holdsOnAPhone(page: Page) {
  await page.setViewportSize({ width: 360, height: 800 });
  for (const summary of await page.locator('main details:not([open]) > summary').all()) await summary.click();
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.setViewportSize({ width: 1280, height: 800 });
}

test('consent is taken, a sensitive field written and read with a line in the trail, and gone when she withdraws', async ({
  signInAs,
}) => {
  const page = await signInAs('longhung');
  const { id, name } = await memberOf(page, 3);
  await page.goto(pageOf(id, 'sensitive'));
  await expect(page.getByText('Chị chưa đồng ý cho lưu thông tin nhạy cảm')).toBeVisible();
  await page.getByRole('link', { name: 'Đến trang Sự đồng ý' }).click();

  const panel = page.locator('#sensitive_data');
  await panel.getByText('Ghi câu trả lời').click();
  await expect(panel.getByText(/dưới dạng mã hóa/)).toBeVisible();
  await panel.getByLabel('Đồng ý', { exact: true }).check();
  await panel.getByRole('button', { name: 'Lưu câu trả lời' }).click();
  await expect(page).toHaveURL(/said=taken/);
  await expect(panel.getByText('Đã đồng ý', { exact: true })).toBeVisible();

  await page.goto(pageOf(id, 'sensitive'));
  await page.getByText('Ghi nhóm ưu tiên').click();
  await page.getByLabel('Người cao tuổi').check();
  await page.locator('details[open]').getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page).toHaveURL(/said=written/);
  await page.getByText('Ghi dân tộc').click();
  await page.getByLabel('Dân tộc', { exact: true }).fill('Chơ Ro');
  await page.locator('details[open]').getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.locator('dl').getByText('Đang có')).toHaveCount(2);
  await expect(page.getByText('Chơ Ro')).toHaveCount(0);
  await page.getByRole('button', { name: 'Xem nội dung' }).click();
  await expect(page.getByText('Chơ Ro')).toBeVisible();
  await holdsOnAPhone(page);
  await expect(page.getByText('Người cao tuổi', { exact: true }).first()).toBeVisible();

  await page.goto(pageOf(id, 'own-data'));
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(name) })).toBeVisible();
  await expect(page.locator('#readings')).toContainText('Xem thông tin nhạy cảm (Nhóm ưu tiên, Dân tộc)');
  await expect(page.getByText('Chơ Ro')).toHaveCount(0);

  await holdsOnAPhone(page);

  await page.goto(pageOf(id, 'consents'));
  await holdsOnAPhone(page);
  await page.reload();
  await panel.getByText('Rút lại sự đồng ý').click();
  await panel.getByRole('button', { name: 'Ghi là đã rút lại' }).click();
  await expect(page).toHaveURL(/said=withdrawn/);
  await page.goto(pageOf(id, 'sensitive'));
  await expect(page.getByText('Chị chưa đồng ý cho lưu thông tin nhạy cảm')).toBeVisible();
});

test('what is held on her is handed out as a document and a file, and the neighbour finds nothing', async ({
  signInAs,
}) => {
  const page = await signInAs('longhung');
  const { id, name } = await memberOf(page, 4);
  await page.goto(pageOf(id, 'own-data'));
  const download = async (button: string) => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: button }).click()]);
    return readFile(await file.path());
  };
  const json = JSON.parse((await download('Tải bản cho máy đọc (JSON)')).toString());
  expect(json).toMatchObject({ format: 1, person: { name } });
  const pdf = await download('Tải bản in (PDF)');
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.toString('latin1')).toContain('BeVietnamPro');
  await page.reload();
  await expect(page.locator('#readings li')).toHaveCount(2);

  const neighbour = await signInAs('trangdai');
  for (const path of ['consents', 'sensitive', 'own-data', 'own-data/export?format=json'])
    expect((await neighbour.request.get(pageOf(id, path))).status(), path).toBe(404);
  const head = await signInAs('khupho5');
  for (const [path, status] of [
    ['consents', 200],
    ['sensitive', 404],
    ['own-data', 404],
  ] as const)
    expect((await head.request.get(pageOf(id, path))).status(), path).toBe(status);
  const reader = await signInAs('viewer');
  expect((await reader.request.get(pageOf(id, 'consents'))).status()).toBe(404);
});

test('a woman is erased only when her name is typed, and then she is nowhere', async ({ signInAs }) => {
  const page = await signInAs('longhung');
  let at = 30;
  let member = await memberOf(page, at);
  const form = page.locator('#erase form');
  for (; at < 45; at++) {
    member = await memberOf(page, at);
    await page.goto(pageOf(member.id, 'own-data'));
    if ((await form.count()) > 0) break;
  }
  await page.getByLabel('Vì sao xóa').selectOption({ label: 'Chị yêu cầu xóa' });
  await page.getByLabel('Gõ đúng họ tên của chị để xác nhận').fill('Không Phải Chị');
  await page.getByRole('button', { name: 'Xóa hẳn dữ liệu của chị' }).click();
  await expect(form.getByRole('alert')).toBeVisible();
  await page.getByLabel('Gõ đúng họ tên của chị để xác nhận').fill(member.name);
  await page.getByRole('button', { name: 'Xóa hẳn dữ liệu của chị' }).click();
  await page.waitForURL(/said=erased/);
  for (const path of ['consents', 'sensitive', 'own-data'])
    expect((await page.request.get(pageOf(member.id, path))).status(), path).toBe(404);
});
