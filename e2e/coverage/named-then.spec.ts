import { expect } from '../support/reader/expect';
import { test } from '../support/test';

test('what is dated before the province became a city speaks of the province, and of the city since, in both languages', async ({
  readAs,
}) => {
  const page = await readAs();
  const title = page.getByRole('heading', { level: 1 });
  for (const [address, whole] of [
    ['/so-lieu/ty-le-bao-phu-chi-hoi/dong-nai/2026-03-31', 'toàn tỉnh'],
    ['/so-lieu/ty-le-bao-phu-chi-hoi/dong-nai/2026-06-30', 'toàn thành phố'],
    ['/en/figures/sub-association-coverage/dong-nai/2026-03-31', 'the whole province'],
    ['/en/figures/sub-association-coverage/dong-nai/2026-06-30', 'the whole city'],
  ] as const) {
    await page.goto(address);
    await expect(title).toContainText(whole);
  }
  for (const [day, whole] of [
    ['2026-04-29', 'Cả tỉnh'],
    ['2026-04-30', 'Cả thành phố'],
  ] as const) {
    await page.goto(`/do-phu?on=${day}`);
    await expect(page.locator('#place').getByRole('heading', { level: 2 })).toHaveText(whole);
  }
});

test('a day to compare with that is none is kept as it was typed, with what is wrong, where it can be mended', async ({
  readAs,
}) => {
  const page = await readAs('province');
  await page.goto('/admin/coverage?with=31/02/2026');
  await expect(page.getByLabel('So với ngày')).toHaveValue('31/02/2026');
  await expect(page.getByText('Ngày này không có trong lịch.')).toBeVisible();
  await page.goto('/admin/coverage?with=2026-03-31');
  await expect(page.getByText('Ngày này không có trong lịch.')).toHaveCount(0);
});
