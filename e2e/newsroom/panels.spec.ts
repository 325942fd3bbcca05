import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { sheetOf } from '../support/page/sheet';
import { expect } from '../support/reader/expect';
import type { Reader } from '../support/reader/reader';
import { test } from '../support/test';

const stamp = Date.now();
const PICTURE = `Chị em chỉ nhau gọi video ${stamp}`;

/** Puts a small picture of Long Hưng into the library; its number. */
async function addPicture(official: Reader): Promise<string> {
  const buffer = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#587' } })
    .jpeg()
    .toBuffer();
  await official.goto('/admin/pictures/new');
  await official.locator('input[type=file]').setInputFiles({ name: 'goi-video.jpg', mimeType: 'image/jpeg', buffer });
  await official.getByLabel('Trong ảnh có gì').fill(PICTURE);
  await official.getByLabel('Ảnh của đơn vị').fill('phường Long Hưng');
  await official.getByRole('button', { name: 'Đưa vào kho' }).click();
  await expect(official).toHaveURL(/said=/);
  return new URL(official.url()).pathname.split('/').at(-1) ?? '';
}

/** Opens a panel of the bar by its keys, types into its first field, and takes what is found. */
async function take(page: Page, tool: string, typed: string, found: string | RegExp) {
  await page.getByRole('button', { name: tool, exact: true }).press('Enter');
  await page.keyboard.type(typed);
  const offer = page.locator('.editor-panel').getByRole('button', { name: found }).first();
  await expect(offer).toBeVisible();
  await offer.press('Enter');
  await expect(page.locator('.editor-panel')).toHaveCount(0);
}

test('a picture, a card and a link are put into a text by keys, and Escape leads back into it', async ({
  signInAs,
  readAs,
}) => {
  const picture = await addPicture(await readAs('longhung'));
  const page = await signInAs('longhung');
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/admin/articles/new');
  await page.locator('[name="titleVi"]').fill(`Chèn vào bài ${stamp}`);
  await page.locator('[name="summaryVi"]').fill(`Thử chèn ảnh, thẻ và liên kết bằng phím, lần ${stamp}.`);
  const sheet = sheetOf(page, 'vi');
  await sheet.press('Control+Home');
  await page.keyboard.type('Đọc thêm: ');

  await page.keyboard.press('Control+k');
  await page.keyboard.press('Escape');
  await expect(sheet).toBeFocused();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('javascript:alert(1)');
  await page.keyboard.press('Enter');
  await expect(page.locator('.editor-panel').getByRole('alert')).toContainText('không dẫn tới đâu');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('/cam-nang');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await take(page, 'Ảnh', String(stamp), PICTURE);
  await take(page, 'Thẻ', 'long hung', /Long Hưng.*xã, phường/);

  await page.getByRole('button', { name: 'Lưu bản nháp' }).click();
  await expect(page).toHaveURL(/said=drafted/);
  await page.goto(`${new URL(page.url()).pathname}/edit`);
  await expect(sheet.locator('a[href="/cam-nang"]')).toHaveCount(1);
  await expect(sheet.locator(`figure[data-ref="${picture}"]`)).toHaveCount(1);
  await expect(sheet.locator('aside[data-of="commune"]')).toHaveCount(1);
});

test('pictures of a commune are offered to whoever writes there, not to the neighbour, nor to one who does not write', async ({
  readAs,
}) => {
  const official = await readAs('longhung');
  const picture = await addPicture(official);
  const asked = `/api/articles/pictures?${new URLSearchParams({ q: String(stamp) })}`;
  expect(await (await official.request.get(asked)).text()).toContain(picture);
  const neighbour = await (await readAs('trangdai')).request.get(asked);
  expect([neighbour.status(), await neighbour.json()]).toEqual([200, []]);
  for (const other of [await readAs(), await readAs('viewer')])
    expect((await other.request.get(asked)).status()).toBe(404);
});

test('below a table that ends a text, and above one that begins it, there is a place to write', async ({
  signInAs,
  readAs,
}) => {
  const plain = await readAs('longhung');
  await plain.goto('/admin/articles/new');
  await plain.locator('[name="titleVi"]').fill(`Chỉ có bảng ${stamp}`);
  await plain.locator('[name="summaryVi"]').fill(`Một bảng và không có gì khác, lần thử ${stamp}.`);
  await plain.locator('[name="bodyVi"]').fill('| Nơi | Số |\n| --- | --- |\n| Ấp 1 | 12 |');
  await plain.getByRole('button', { name: 'Lưu bản nháp' }).click();
  const page = await signInAs('longhung');
  await page.goto(`${new URL(plain.url()).pathname}/edit`);
  const sheet = sheetOf(page, 'vi');
  await sheet.locator('td', { hasText: '12' }).click();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('Dưới bảng.');
  await sheet.locator('th', { hasText: 'Nơi' }).click();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.type('Trên bảng.');
  await expect(sheet.locator('p:has-text("Trên bảng.") + table + p:has-text("Dưới bảng.")')).toHaveCount(1);
});
