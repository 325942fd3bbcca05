import { expect, type Page } from '@playwright/test';
import { test } from '../support/test';

const saved = (page: Page) => page.getByText('Đã gửi hết');
/** Touches an answer as a thumb does, where nothing lies over it. */
const choose = async (page: Page, name: string) => {
  const answer = page.getByRole('radio', { name, exact: true });
  await page.locator('label').filter({ has: answer }).click();
  await expect(answer).toBeChecked();
};
const length = (page: Page, minutes: number) => page.getByRole('button', { name: `${minutes} phút`, exact: true });
const lessonsFound = async (page: Page) =>
  Number(
    /(\d+) lần,/.exec(
      (await page
        .getByText(/\d+ lần, .* lượt chị học/)
        .first()
        .textContent()) ?? '',
    )?.[1],
  );

test('a head notes two lessons by three taps each with the signal cut, and finds them once when it is back; a wrong one is undone', async ({
  signInAs,
}) => {
  const page = await signInAs('khupho5');
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/admin/peer-lessons');
  const before = await lessonsFound(page);

  await page.goto('/admin');
  await page.getByRole('link', { name: 'Ghi chị em chỉ nhau' }).click();
  await expect(saved(page)).toBeVisible();
  await expect(page.getByText('Ở Chi hội Khu phố 5')).toBeVisible();
  await expect(page.getByRole('radio', { name: / chỉ / }).first()).toBeVisible();
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');

  await page.context().setOffline(true);
  await page.reload();
  await expect(page.getByText('Không có mạng thì ghi số chị học, không ghi tên.')).toBeVisible();
  await expect(page.getByRole('radio', { name: / chỉ / })).toHaveCount(0);
  await choose(page, 'VNeID và định danh điện tử');
  await choose(page, '2');
  await length(page, 30).click();
  await expect(page.getByText('Đã ghi trên máy: VNeID và định danh điện tử, 30 phút, 2 chị.')).toBeVisible();
  await choose(page, 'Thanh toán không dùng tiền mặt');
  await length(page, 15).click();
  await expect(page.getByText('2 lần chờ gửi')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);

  await page.context().setOffline(false);
  await expect(saved(page)).toBeVisible();
  await expect(page.getByText(/^Tháng này: \d+ lần, \d+ phút, \d+ lượt chị học\.$/)).toBeVisible();
  await page.goto('/admin/peer-lessons');
  expect(await lessonsFound(page)).toBe(before + 2);

  await page.goto('/admin/peer-lessons/new');
  await choose(page, 'Công cụ AI hằng ngày');
  await length(page, 60).click();
  await expect(page.getByText(/^Đã ghi\. Tháng này: /)).toBeVisible();
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(page.getByText(/^Đã lấy lại\. Tháng này còn /)).toBeVisible();
  await page.goto('/admin/peer-lessons');
  expect(await lessonsFound(page)).toBe(before + 2);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('the form notes a lesson of a commune all the same, and says by its field what is missing', async ({
    signInAs,
  }) => {
    const page = await signInAs('longhung');
    await page.goto('/admin/peer-lessons/new');
    await length(page, 15).click();
    await expect(page.getByText('1. Chỉ nhau điều gì?').first()).toBeVisible();
    await expect(page.getByRole('alert')).toBeVisible();
    await choose(page, 'Quảng bá sản phẩm OCOP');
    await length(page, 15).click();
    await expect(page.getByText(/^Đã ghi\. Tháng này: /)).toBeVisible();
  });
});
