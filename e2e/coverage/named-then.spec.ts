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
    await page.goto(`/chi-so?on=${day}`);
    await expect(page.getByRole('columnheader', { name: whole.replace('Cả', 'Toàn') }).first()).toBeVisible();
  }
});

test('a figure of the city that a text tells has the name of its day', async ({ readAs }) => {
  const writer = await readAs('editor');
  await writer.goto('/admin/articles/new?kind=news');
  await writer.locator('[name="titleVi"]').fill(`Chặng đường ${Date.now()}`);
  await writer.locator('[name="summaryVi"]').fill('Hai năm, từ tỉnh đến thành phố.');
  const days = ['2026-03-31', '2026-06-30'];
  const cards = days.map((day) => `[[/so-lieu/ty-le-bao-phu-chi-hoi/dong-nai/${day}]]`);
  await writer.locator('[name="bodyVi"]').fill(['Nhìn lại.', ...cards].join('\n\n'));
  await writer.getByRole('button', { name: 'Lưu bản nháp' }).click();
  await expect(writer).toHaveURL(/said=drafted/);
  const told = writer.getByRole('main');
  await expect(told.getByText(/: toàn tỉnh$/)).toHaveCount(1);
  await expect(told.getByText(/: toàn thành phố$/)).toHaveCount(1);
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
