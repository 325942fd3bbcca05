import type { Page } from '@playwright/test';
import { expect } from '../support/reader/expect';
import type { Reader } from '../support/reader/reader';
import { chooseUnit } from '../support/stage/units';
import { test } from '../support/test';

/** A day that no other run of these journeys uses, far enough ahead to be free; Mondays are those of the series. */
function farDay(): string {
  const day = new Date(Date.now() + (300 + Math.floor(Math.random() * 350)) * 86_400_000);
  if (day.getUTCDay() === 1) day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

type Wish = { day: string; from: string; to: string; approve?: boolean };

/** Fills the form for a session of Long Hưng with its first course, hall and trainer, and sends it. */
async function propose(page: Page | Reader, { day, from, to, approve }: Wish) {
  await page.goto('/admin/trainings/new');
  if (await page.getByText('Buổi này ở xã, phường nào?').isVisible())
    await chooseUnit(page, 'Buổi này ở xã, phường nào?', 'Long Hưng');
  await page.getByLabel('Khóa').selectOption({ index: 1 });
  await chooseUnit(page, 'Mở cho đơn vị nào', 'Chi hội Khu phố 1');
  await page.getByLabel('Ngày', { exact: true }).fill(day);
  await page.getByLabel('Bắt đầu', { exact: true }).fill(from);
  await page.getByLabel('Kết thúc', { exact: true }).fill(to);
  await page.getByLabel('Nơi học').selectOption({ index: 1 });
  await page.getByLabel('Số chỗ').fill('20');
  if (approve) await page.getByLabel('Duyệt luôn').check();
  await page.getByRole('button', { name: 'Gửi đề xuất' }).click();
}

test('a trainer is told which session stands in the way; a free hour is approved by the commune and then public', async ({
  readAs,
}) => {
  const day = farDay();
  const official = await readAs('longhung');
  await propose(official, { day, from: '08:00', to: '09:30', approve: true });
  await expect(official).toHaveURL(/said=approved/);
  const standing = await official.getByRole('heading', { level: 1 }).textContent();

  const trainer = await readAs('trainer');
  await propose(trainer, { day, from: '09:00', to: '10:30' });
  const alert = trainer.getByRole('alert').first();
  await expect(alert).toContainText(standing ?? '');
  await expect(alert).toContainText('08:00');
  await expect(trainer.getByLabel('Bắt đầu', { exact: true })).toHaveValue('09:00');

  await trainer.getByLabel('Bắt đầu', { exact: true }).fill('09:30');
  await trainer.getByRole('button', { name: 'Gửi đề xuất' }).click();
  await expect(trainer).toHaveURL(/said=proposed/);
  const address = new URL(trainer.url()).pathname;
  await expect(trainer.getByRole('button', { name: 'Duyệt buổi này', exact: true })).toHaveCount(0);

  const neighbour = await readAs('trangdai');
  expect((await neighbour.goto(address)).status()).toBe(404);

  await official.goto(address);
  await official.getByRole('button', { name: 'Duyệt buổi này', exact: true }).click();
  await expect(official).toHaveURL(/said=approved/);
  const href = await official.getByRole('link', { name: 'Xem trang công khai' }).getAttribute('href');

  const reader = await readAs();
  expect((await reader.goto(href ?? '')).status()).toBe(200);
  await expect(reader.getByText('09:30 – 10:30').first()).toBeVisible();
});

test('a cancelled session says so on its public page at once', async ({ signInAs, page }) => {
  const official = await signInAs('longhung');
  await propose(official, { day: farDay(), from: '14:00', to: '15:00', approve: true });
  const href = await official.getByRole('link', { name: 'Xem trang công khai' }).getAttribute('href');
  await page.goto(href ?? '');
  await expect(page.getByText('Buổi này đã hủy')).toHaveCount(0);
  await official.locator('summary', { hasText: 'Hủy buổi này' }).click();
  await official.getByLabel('Lý do').last().fill('Hội trường đang sửa chữa');
  await official.getByRole('button', { name: 'Hủy buổi này' }).click();
  await expect(official).toHaveURL(/said=cancelled/);
  await page.reload();
  await expect(page.getByText('Buổi này đã hủy').first()).toBeVisible();
});
