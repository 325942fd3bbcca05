import { ONE_LOOK, soon } from '../support/page/soon';
import { expect } from '../support/reader/expect';
import type { Reader } from '../support/reader/reader';
import { test } from '../support/test';

/** How many places are silent, as the sentence of the page of coverage says. */
async function silentPlaces(page: Reader): Promise<number> {
  await page.goto('/do-phu');
  return Number(/(\d+) nơi chưa báo cáo/.exec((await page.locator('main').textContent()) ?? '')?.[1] ?? 0);
}

test('a silent commune says from when it keeps its records: its page, the map and the figure of the city follow within a second', async ({
  readAs,
}) => {
  const reader = await readAs();
  const silent = await silentPlaces(reader);
  await reader.getByText('Xem cả').click();
  const place = reader
    .getByRole('row', { name: /Chưa báo cáo/ })
    .first()
    .getByRole('link');
  const [name, address] = [(await place.textContent()) ?? '', (await place.getAttribute('href')) ?? ''];
  await reader.goto(address);
  await expect(reader.getByText('chưa báo cáo trên cổng')).toBeVisible();
  // nothing is counted of it, not even its units; days and addresses are no counts
  expect(await reader.locator('main').textContent()).not.toMatch(
    /(?<![\d/])\d+\/\d+(?![\d/])|buổi học đã mở|Những nơi giống nơi này/,
  );

  const page = await readAs('province');
  const bare = name.replace(/^(Xã|Phường|Đặc khu) /, '');
  await page.goto(`/admin/units?${new URLSearchParams({ q: bare, level: 'commune' })}`);
  await page.getByRole('link', { name: bare, exact: true }).click();
  const panel = page.locator('#records');
  await expect(panel).toContainText('Nơi này chưa báo cáo');
  await panel.getByLabel('Giữ sổ từ ngày').fill('31/02/2026');
  await panel.getByRole('button', { name: 'Ghi là đã báo cáo' }).click();
  await expect(
    panel.getByText('Ngày này không có trong lịch. Chị xem lại ngày và tháng.', { exact: true }),
  ).toBeVisible();
  await panel.getByLabel('Giữ sổ từ ngày').fill('01/10/2026');
  await panel.getByRole('button', { name: 'Ghi là đã báo cáo' }).click();
  await expect(page).toHaveURL(/said=declared/);
  await expect(page.locator('#records')).toContainText('từ 01/10/2026');
  await expect(page.getByRole('button', { name: 'Ghi là đã báo cáo' })).toHaveCount(0);

  await soon(reader, () => expect(reader.getByText('chưa báo cáo trên cổng')).toHaveCount(0, ONE_LOOK));
  expect(await silentPlaces(reader)).toBe(silent - 1);

  // and after which day it does no more, for a reason that stays
  await panel.getByText('Thôi giữ sổ trên cổng', { exact: true }).click();
  await panel.getByLabel('Ngày cuối còn giữ sổ').fill('31/10/2026');
  await panel.getByLabel('Lý do').fill('Chị phụ trách nghỉ');
  await panel.getByRole('button', { name: 'Ghi là thôi giữ sổ' }).click();
  await expect(page).toHaveURL(/said=ceased/);
  await expect(panel).toContainText('Ngày cuối nơi này giữ sổ trên cổng là 31/10/2026. Lý do: Chị phụ trách nghỉ');
  await reader.goto(address);
  await soon(reader, () => expect(reader.getByText('chưa báo cáo trên cổng')).toBeVisible(ONE_LOOK));
  expect(await silentPlaces(reader)).toBe(silent);
});

test('whoever answers for another commune sees whether it is heard, and cannot say so for it', async ({ readAs }) => {
  const page = await readAs('viewer');
  await page.goto('/admin/units?level=commune');
  await page.getByRole('link', { name: 'An Lộc', exact: true }).click();
  await expect(page.locator('#records')).toContainText('giữ sổ trên cổng từ');
  await expect(page.getByRole('button', { name: 'Ghi là đã báo cáo' })).toHaveCount(0);
});
