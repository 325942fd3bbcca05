import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { violationsOf } from '../support/page/axe';
import { expect } from '../support/reader/expect';
import { chooseUnit } from '../support/stage/units';
import { test } from '../support/test';

/** A picture as a phone takes it: with the place and the owner's name inside. */
const fromPhone = () =>
  sharp({ create: { width: 1800, height: 900, channels: 3, background: '#b5446e' } })
    .withExif({ IFD0: { Artist: 'Nguyen Thi Mau' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '10/1 57/1 0/1' } })
    .jpeg()
    .toBuffer();

/** Founds a Digital Family that is active; answers with the address of its record. */
async function foundFamily(page: Page) {
  const name = `Gia đình số thử ${Date.now()}`;
  await page.goto('/admin/digital-models/new?kind=digital_family');
  await chooseUnit(page, 'Chi hội hoặc tổ', 'Chi hội Khu phố 5');
  await page.getByLabel('Tên mô hình').fill(name);
  await page.getByLabel('Đang hoạt động').check();
  await page.getByRole('button', { name: 'Thành lập', exact: true }).click();
  await expect(page).toHaveURL(/said=founded/);
  return new URL(page.url()).pathname;
}

/** Opens a part of the record from its folded list. */
async function openSheet(page: Page, name: string) {
  await page.locator('summary', { hasText: 'Các phần của mô hình' }).click();
  await page.getByRole('navigation', { name: 'Các phần của mô hình' }).getByRole('link', { name }).click();
}

async function appointHead(page: Page) {
  await openSheet(page, 'Ban chủ nhiệm');
  await page.getByLabel('Chị', { exact: true }).selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Cử', exact: true }).click();
  await expect(page.getByText('Đã cử vào ban chủ nhiệm.')).toBeVisible();
  await expect(page.getByRole('row', { name: /Chủ nhiệm/ })).toBeVisible();
}

async function addHousehold(page: Page) {
  await openSheet(page, 'Hộ tham gia');
  await page.getByRole('link', { name: 'Thêm hộ mới' }).click();
  await page.getByLabel('Chủ hộ').selectOption({ index: 1 });
  await page.getByLabel('Tên gọi của hộ').fill('Hộ thử');
  await page.getByLabel('Số người trong nhà').fill('4');
  await page.getByRole('button', { name: 'Thêm hộ này' }).click();
  await expect(page.getByRole('row', { name: /Hộ thử/ })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
}

/** Notes an activity with a picture, after a file that was none; answers with the picture's address. */
async function noteActivity(page: Page) {
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
  return (await picture.getAttribute('src')) ?? '';
}

/** The picture is made anew, without what the phone wrote into it, and is kept by its mark; answers with that. */
async function tryPicture(page: Page, address: string) {
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
  return etag;
}

async function correctActivity(page: Page) {
  await page.getByRole('link', { name: /^Sửa hoạt động/ }).click();
  await expect(page).toHaveURL(/\/activities\//); // the record has a field of that name too
  await page.getByLabel('Số người tham gia').fill('18');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByText('18 người tham gia')).toBeVisible();
}

async function takeBackActivity(page: Page, address: string) {
  await page.getByRole('link', { name: /^Sửa hoạt động/ }).click();
  await expect(page).toHaveURL(/\/activities\//);
  await page.getByLabel('Lý do').fill('Ghi nhầm sang Gia đình số khác');
  await page.getByRole('button', { name: 'Rút lại' }).click();
  await expect(page.getByText('Chưa ghi hoạt động nào.')).toBeVisible();
  expect((await page.request.get(address)).status()).toBe(404);
  await page.getByRole('link', { name: 'Xem đủ các hoạt động' }).click();
  await expect(page.getByText('Lý do: Ghi nhầm sang Gia đình số khác')).toBeVisible();
}

test('on a phone the head of a sub-association gives a family a board and a household, shows what it did and takes it back', async ({
  signInAs,
  browser,
  readAs,
}) => {
  const page = await signInAs('khupho5');
  await page.setViewportSize({ width: 360, height: 740 });
  const record = await foundFamily(page);
  await appointHead(page);
  await addHousehold(page);
  await page.goto(record);
  const address = await noteActivity(page);
  const etag = await tryPicture(page, address);

  const neighbour = await readAs('trangdai');
  const stranger = await (await browser.newContext()).newPage();
  for (const other of [neighbour, stranger])
    for (const headers of [{}, { 'if-none-match': etag }])
      expect((await other.request.get(address, { headers })).status()).toBe(404);
  expect((await neighbour.request.get(`${record}/households`)).status()).toBe(404);
  await stranger.context().close();

  await correctActivity(page);
  await takeBackActivity(page, address);
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
