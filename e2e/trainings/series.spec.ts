import type { Page } from '@playwright/test';
import { expect } from '../support/reader/expect';
import type { Reader } from '../support/reader/reader';
import { chooseUnit } from '../support/stage/units';
import { test } from '../support/test';

const WEEK_MS = 7 * 86_400_000;
/** Journeys that take the same hall in the morning; they may run at once. */
const MORNINGS = ['a refused time', 'a hall that has gone'] as const;

/** A Monday between June and August, without holidays near it; of the mornings each journey has its own. */
function farMonday(journey: (typeof MORNINGS)[number] | 'evenings'): string {
  const own = MORNINGS.indexOf(journey as (typeof MORNINGS)[number]);
  for (;;) {
    const day = new Date(Date.now() + (150 + Math.floor(Math.random() * 450)) * 86_400_000);
    day.setUTCDate(day.getUTCDate() + ((8 - day.getUTCDay()) % 7));
    const isOwn = own < 0 || Math.floor(day.getTime() / WEEK_MS) % MORNINGS.length === own;
    if (isOwn && [5, 6].includes(day.getUTCMonth())) return day.toISOString().slice(0, 10);
  }
}
const weeksLater = (day: string, weeks: number) =>
  new Date(Date.parse(day) + weeks * WEEK_MS).toISOString().slice(0, 10);
const spoken = (day: string) => day.split('-').reverse().join('/');

/** Fills in what a session of Long Hưng asks for: its first course, hall and trainer. */
async function fill(page: Page | Reader, day: string, from: string, to: string) {
  await page.getByLabel('Khóa').selectOption({ index: 1 });
  await chooseUnit(page, 'Mở cho đơn vị nào', 'Chi hội Khu phố 1');
  await page.getByLabel('Ngày', { exact: true }).fill(day);
  await page.getByLabel('Bắt đầu').fill(from);
  await page.getByLabel('Kết thúc', { exact: true }).fill(to);
  await page.getByLabel('Nơi học').selectOption({ index: 1 });
  await page.getByLabel('Số chỗ').fill('20');
}

/** In the evening, when no other journey takes the hall. */
test('a weekly series with one clash is seen whole, confirmed without it, and its rest is moved later', async ({
  readAs,
}) => {
  const first = farMonday('evenings');
  const official = await readAs('longhung');
  await official.goto('/admin/trainings/new');
  await fill(official, weeksLater(first, 1), '18:00', '19:00');
  await official.getByLabel('Duyệt luôn').check();
  await official.getByRole('button', { name: 'Gửi đề xuất' }).click();
  await expect(official).toHaveURL(/said=approved/);

  await official.goto('/admin/trainings/series/new');
  await fill(official, first, '17:00', '19:00');
  await official.getByRole('textbox', { name: /^Số buổi/ }).fill('4');
  await official.getByLabel('Bỏ qua Tết, ngày nghỉ lễ và ngày của Hội').uncheck();
  await official.getByRole('button', { name: 'Xem trước từng ngày' }).click();
  await expect(official).toHaveURL(/series\/preview/);
  const clashing = official
    .getByRole('listitem')
    .filter({ hasText: spoken(weeksLater(first, 1)) })
    .first();
  await expect(clashing).toContainText('18:00 – 19:00');
  await expect(clashing.getByLabel('Bỏ buổi này')).toBeChecked();
  await expect(official.getByText('Trống', { exact: true })).toHaveCount(3);

  await clashing.getByLabel('Bỏ buổi này').uncheck();
  await official.getByRole('button', { name: 'Lưu loạt buổi này' }).click();
  await expect(official.getByRole('alert').first()).toContainText(spoken(weeksLater(first, 1)));
  await clashing.getByLabel('Bỏ buổi này').check();
  await official.getByRole('button', { name: 'Lưu loạt buổi này' }).click();
  await expect(official).toHaveURL(/said=planned/);
  const rows = official.getByRole('row').filter({ hasText: '17:00 – 19:00' });
  await expect(rows).toHaveCount(3);

  await rows.nth(1).getByRole('link').click();
  await expect(official).toHaveURL(/\/series$/);
  await official.getByLabel('Bắt đầu').fill('19:30');
  await official.locator('input[name=to]').fill('21:30');
  await official.getByRole('button', { name: 'Xem trước thay đổi' }).click();
  await expect(official).toHaveURL(/\/series\/preview/);
  await official.getByRole('button', { name: 'Đổi các buổi này' }).click();
  await expect(official).toHaveURL(/said=changed/);
  await expect(official.getByRole('row').filter({ hasText: '19:30 – 21:30' })).toHaveCount(2);
  await expect(official.getByRole('row').filter({ hasText: '17:00 – 19:00' })).toHaveCount(1);
});

test('a refused time comes with free ones: a link fills the form, and that time is taken', async ({ signInAs }) => {
  const day = farMonday('a refused time');
  const official = await signInAs('longhung');
  await official.setViewportSize({ width: 360, height: 740 });
  await official.goto('/admin/trainings/new');
  await fill(official, day, '08:00', '10:00');
  await official.getByLabel('Duyệt luôn').check();
  await official.getByRole('button', { name: 'Gửi đề xuất' }).click();
  await expect(official).toHaveURL(/said=approved/);
  await official.goto('/admin/trainings/new');
  await fill(official, day, '09:00', '10:30');
  await official.getByRole('button', { name: 'Gửi đề xuất' }).click();
  const suggested = official.getByRole('navigation', { name: 'Còn trống' });
  await expect(suggested).toBeVisible();
  expect(await official.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await suggested.getByRole('link', { name: '10:00 – 11:30' }).first().click();
  await expect(official.getByLabel('Bắt đầu')).toHaveValue('10:00');
  await expect(official.getByLabel('Số chỗ')).toHaveValue('20');
  await official.getByRole('button', { name: 'Gửi đề xuất' }).click();
  await expect(official).toHaveURL(/said=proposed/);
});

test('approving a proposal whose hall has gone meanwhile offers free times; one of them, saved, is approved', async ({
  readAs,
}) => {
  const day = farMonday('a hall that has gone');
  const official = await readAs('longhung');
  const propose = async () => {
    await official.goto('/admin/trainings/new');
    await fill(official, day, '08:00', '10:00');
  };
  await propose();
  await official.getByRole('button', { name: 'Gửi đề xuất' }).click();
  await expect(official).toHaveURL(/said=proposed/);
  const waiting = official.url();
  await propose();
  await official.getByLabel('Duyệt luôn').check();
  await official.getByRole('button', { name: 'Gửi đề xuất' }).click();
  await expect(official).toHaveURL(/said=approved/);
  await official.goto(waiting);
  await official.getByRole('button', { name: 'Duyệt buổi này', exact: true }).click();
  const suggested = official.getByRole('navigation', { name: 'Còn trống' });
  await expect(suggested).toBeVisible();
  await suggested.getByRole('link', { name: '13:30 – 15:30' }).first().click();
  await expect(official.getByLabel('Bắt đầu')).toHaveValue('13:30');
  await expect(official.getByLabel('Số chỗ')).toHaveValue('20');
  await official.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(official).toHaveURL(/said=saved/);
  await official.getByRole('button', { name: 'Duyệt buổi này', exact: true }).click();
  await expect(official).toHaveURL(/said=approved/);
});

test('a series on Tuesdays and Thursdays goes on without 20 October, which the preview names', async ({ readAs }) => {
  const official = await readAs('longhung');
  await official.goto('/admin/trainings/series/new');
  await fill(official, '2027-10-14', '17:00', '19:00'); // a Thursday; 20 October is the Wednesday after it
  await official.getByLabel('Thứ Ba', { exact: true }).check();
  await official.getByLabel('Thứ Tư', { exact: true }).check();
  await official.getByRole('textbox', { name: /^Số buổi/ }).fill('4');
  await official.getByRole('button', { name: 'Xem trước từng ngày' }).click();
  await expect(official).toHaveURL(/series\/preview/);
  const lines = official.getByRole('main').getByRole('listitem').filter({ hasText: '17:00 – 19:00' });
  await expect(lines).toHaveCount(5);
  await expect(lines.filter({ hasText: '20/10/2027' })).toContainText('Nghỉ: ngày Phụ nữ Việt Nam');
  for (const day of ['14/10/2027', '19/10/2027', '21/10/2027', '26/10/2027'])
    await expect(lines.filter({ hasText: day })).toHaveCount(1);
  await official.getByRole('link', { name: 'Quay lại sửa' }).click();
  await expect(official.getByLabel('Thứ Ba', { exact: true })).toBeChecked();
});
