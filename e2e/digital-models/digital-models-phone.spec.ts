import { expect } from '@playwright/test';
import sharp from 'sharp';
import { violationsOf } from '../support/page/axe';
import { chooseUnit } from '../support/stage/units';
import { test } from '../support/test';

/** A picture as a phone takes it: with the place and the owner's name inside. */
const fromPhone = () =>
  sharp({ create: { width: 1800, height: 900, channels: 3, background: '#b5446e' } })
    .withExif({ IFD0: { Artist: 'Nguyen Thi Mau' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '10/1 57/1 0/1' } })
    .jpeg()
    .toBuffer();

test('on a phone the head of a sub-association gives a family a board and a household, shows what it did and takes it back', async ({
  signInAs,
  browser,
}) => {
  const name = `Gia đình số thử ${Date.now()}`;
  const page = await signInAs('khupho5');
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/admin/digital-models/new?kind=digital_family');
  await chooseUnit(page, 'Chi hội hoặc tổ', 'Chi hội Khu phố 5');
  await page.getByLabel('Tên mô hình').fill(name);
  await page.getByLabel('Đang hoạt động').check();
  await page.getByRole('button', { name: 'Thành lập', exact: true }).click();
  await expect(page).toHaveURL(/said=founded/);
  const record = new URL(page.url()).pathname;

  const sheets = page.getByRole('navigation', { name: 'Các phần của mô hình' });
  const unfold = page.locator('summary', { hasText: 'Các phần của mô hình' });
  await unfold.click();
  await sheets.getByRole('link', { name: 'Ban chủ nhiệm' }).click();
  await page.getByLabel('Chị', { exact: true }).selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Cử', exact: true }).click();
  await expect(page.getByText('Đã cử vào ban chủ nhiệm.')).toBeVisible();
  await expect(page.getByRole('row', { name: /Chủ nhiệm/ })).toBeVisible();

  await unfold.click();
  await sheets.getByRole('link', { name: 'Hộ tham gia' }).click();
  await page.getByRole('link', { name: 'Thêm hộ mới' }).click();
  await page.getByLabel('Chủ hộ').selectOption({ index: 1 });
  await page.getByLabel('Tên gọi của hộ').fill('Hộ thử');
  await page.getByLabel('Số người trong nhà').fill('4');
  await page.getByRole('button', { name: 'Thêm hộ này' }).click();
  await expect(page.getByRole('row', { name: /Hộ thử/ })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);

  await page.goto(record);
  const panel = page.locator('#activity');
  await panel.getByLabel('Nội dung').fill('Cài VNeID tại nhà văn hóa');
  await panel
    .getByLabel('Ảnh', { exact: false })
    .first()
    .setInputFiles({ name: 'hong.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('không phải ảnh') });
  await panel.getByLabel('Trong ảnh có gì').fill('Các chị ngồi quanh bàn, mở điện thoại');
  await panel.getByRole('button', { name: 'Ghi hoạt động' }).click();
  await expect(panel.getByRole('alert')).toContainText('không phải ảnh JPEG');
  await panel
    .locator('input[type=file]')
    .setInputFiles({ name: 'anh.jpg', mimeType: 'image/jpeg', buffer: await fromPhone() });
  await panel.getByRole('button', { name: 'Ghi hoạt động' }).click();
  const picture = page.getByRole('img', { name: 'Các chị ngồi quanh bàn, mở điện thoại' });
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1600);

  const address = (await picture.getAttribute('src')) ?? '';
  const answer = await page.request.get(address);
  expect(answer.headers()).toMatchObject({
    'content-type': 'image/webp',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-cache',
  });
  const etag = answer.headers().etag ?? '';
  const unchanged = await page.request.get(address, { headers: { 'if-none-match': etag } });
  expect([unchanged.status(), (await unchanged.body()).length]).toEqual([304, 0]);
  const bytes = await answer.body();
  expect((await sharp(bytes).metadata()).exif).toBeUndefined();
  expect(bytes.toString('latin1')).not.toContain('Nguyen Thi Mau');

  const neighbour = await signInAs('trangdai');
  const stranger = await (await browser.newContext()).newPage();
  for (const other of [neighbour, stranger])
    for (const headers of [{}, { 'if-none-match': etag }])
      expect((await other.request.get(address, { headers })).status()).toBe(404);
  expect((await neighbour.request.get(`${record}/households`)).status()).toBe(404);
  await stranger.context().close();

  await page.getByRole('link', { name: /^Sửa hoạt động/ }).click();
  await expect(page).toHaveURL(/\/activities\//); // the record has a field of that name too
  await page.getByLabel('Số người tham gia').fill('18');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByText('18 người tham gia')).toBeVisible();
  await page.getByRole('link', { name: /^Sửa hoạt động/ }).click();
  await expect(page).toHaveURL(/\/activities\//);
  await page.getByLabel('Lý do').fill('Ghi nhầm sang Gia đình số khác');
  await page.getByRole('button', { name: 'Rút lại' }).click();
  await expect(page.getByText('Chưa ghi hoạt động nào.')).toBeVisible();
  expect((await page.request.get(address)).status()).toBe(404);
  await page.getByRole('link', { name: 'Xem đủ các hoạt động' }).click();
  await expect(page.getByText('Lý do: Ghi nhầm sang Gia đình số khác')).toBeVisible();
});

test('the sheets of a record can be read and used by everyone, on a phone', async ({ signInAs }) => {
  const page = await signInAs('longhung');
  await page.setViewportSize({ width: 360, height: 740 });
  const first = async (kind: string) => {
    await page.goto(`/admin/digital-models?kind=${kind}&status=active`);
    return await page.locator('main table a[href^="/admin/digital-models/"]').first().getAttribute('href');
  };
  const [family, club] = [await first('digital_family'), await first('digital_womens_club')];
  for (const path of [
    `${family}`,
    ...['board', 'members', 'members/add', 'households', 'households/new', 'activities'].map(
      (sheet) => `${family}/${sheet}`,
    ),
    ...['criteria', 'practice', 'practice/edit'].map((sheet) => `${club}/${sheet}`),
  ]) {
    await page.goto(path);
    await expect(page.locator('h1')).toBeVisible();
    expect(await violationsOf(page), path).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(360);
  }
});
