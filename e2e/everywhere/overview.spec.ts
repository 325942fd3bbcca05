import type { Page } from '@playwright/test';
import { expectRoomForLargeText } from '../support/page/large-text';
import { expect } from '../support/reader/expect';
import type { Reader } from '../support/reader/reader';
import { test } from '../support/test';

/** The deeds of every day that a page offers, in their order. */
const deedsOf = (page: Page | Reader) =>
  page.getByRole('navigation', { name: 'Việc hay làm' }).getByRole('link').allTextContents();
const heading = (page: Page | Reader) => page.getByRole('heading', { level: 1 });
const row = (page: Page, what: RegExp) => page.getByRole('listitem').filter({ hasText: what });

test('an official lands on her ward: what is missing there, which ones, and one tap to where it is mended', async ({
  signInAs,
}) => {
  const page = await signInAs('longhung');
  await page.goto('/admin');
  await expect(heading(page)).toHaveText('Phường Long Hưng hôm nay');
  expect(await deedsOf(page)).toEqual(['Thêm 1+1', 'Mở buổi học', 'Điểm danh', 'Nhập Excel']);

  const lacking = row(page, /nơi chưa có Gia\sđình\ssố/);
  const count = Number(await lacking.locator('b').first().textContent());
  await expect(lacking).toContainText(/Khu phố \d+|nhiều nhất ở/);
  await expectRoomForLargeText(page, 'the first page of a ward');
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto('/admin');
  await lacking.getByRole('link', { name: 'Lập Gia đình số' }).click();
  await expect(page).toHaveURL(/\/admin\/coverage\/[\da-f-]{36}\?lacks=family$/);
  await expect(page.getByRole('link', { name: new RegExp(`Gia đình số.*${count}$`) }).first()).toBeVisible();
});

test('a head lands on her sub-association, the city on all communes, a trainer at her classes; each with deeds of her own', async ({
  readAs,
}) => {
  const head = await readAs('khupho5');
  await head.goto('/admin');
  await expect(heading(head)).toHaveText('Khu phố 5 hôm nay');
  expect(await deedsOf(head)).toEqual(['Thêm 1+1', 'Ghi chị em chỉ nhau', 'Gia đình số', 'Ghi hoạt động']);
  await expect(head.getByRole('rowheader', { name: 'Chi hội Khu phố 5' })).toBeVisible();
  await expect(head.getByRole('rowheader', { name: 'Khu phố 6' })).toHaveCount(0);

  const province = await readAs('province');
  await province.goto('/admin');
  await expect(heading(province)).toHaveText('Toàn thành phố hôm nay');
  await expect(
    province.getByRole('navigation', { name: /Bản đồ/ }).getByRole('link', { name: /Long Hưng/ }),
  ).toHaveCount(1);

  const trainer = await readAs('trainer');
  await trainer.goto('/admin');
  await expect(heading(trainer)).toHaveText('Lớp của chị hôm nay');
  expect(await deedsOf(trainer)).toEqual(['Điểm danh', 'Mở buổi học', 'Lịch tháng', 'Nơi cần báo cáo viên']);
  await expect(trainer.getByText('Tỷ lệ bao phủ')).toHaveCount(0);
});
