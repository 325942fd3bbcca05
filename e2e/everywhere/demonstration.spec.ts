import type { Page } from '@playwright/test';
import { expect } from '../support/reader/expect';
import { test } from '../support/test';

/** On paper the mark stands at the head of every sheet: the page's own kind of sheet says so. */
const sheetOf = (page: Page) => page.evaluate(() => getComputedStyle(document.body).getPropertyValue('page'));

test('on a phone the mark of demonstration data is in sight on signed-in pages, in both languages, with the menu closed', async ({
  signInAs,
}) => {
  const page = await signInAs('longhung');
  await page.setViewportSize({ width: 360, height: 740 });
  for (const path of ['/admin', '/admin/people', '/admin/coverage', '/admin/pairs', '/admin/khong-co']) {
    await page.goto(path);
    await expect(page.locator('header').getByText('Dữ liệu minh họa'), path).toBeInViewport();
  }
});

test('every sheet printed of the signed-in area bears the mark', async ({ signInAs }) => {
  const page = await signInAs('province');
  for (const path of ['/admin/coverage', '/admin/people', '/admin/trainings']) {
    await page.goto(path);
    await page.emulateMedia({ media: 'print' });
    expect(await sheetOf(page), path).toBe('demo-vi');
    await page.emulateMedia({ media: 'screen' });
  }
});

test('a page that is not there is marked like all others, on the screen and on paper', async ({ page }) => {
  for (const [path, mark, sheet] of [
    ['/khong-co-trang-nay', 'Bản trình diễn.', 'demo-vi'],
    ['/en/communes/no-such-place', 'Demonstration.', 'demo-en'],
  ] as const) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByText(mark).first()).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    expect(await sheetOf(page), path).toBe(sheet);
    await page.emulateMedia({ media: 'screen' });
  }
});

test('what an official adds bears the mark, also where it belongs to her real commune: a hall, a draft', async ({
  readAs,
}) => {
  const page = await readAs('longhung');
  const name = `Nhà mẫu ${Date.now()}`;
  const marked = (where = page.getByRole('main')) => expect(where.getByText('Dữ liệu minh họa').first()).toBeVisible();
  await page.goto('/admin/venues/new');
  await page.getByLabel('Thuộc đơn vị').fill('Long Hưng');
  await page.getByLabel('Tên', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Lưu nơi học' }).click();
  await expect(page).toHaveURL(/said=created/);
  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await marked();

  await page.goto('/admin/articles/new?kind=news');
  await page.locator('[name=titleVi]').fill(`Tin ${name}`);
  await page.locator('[name=summaryVi]').fill('Một nơi học mới vừa mở cửa đón các chị.');
  await page.locator('[name=bodyVi]').fill('Các chị đến học mỗi chiều thứ Bảy.');
  await page.getByRole('button', { name: 'Lưu bản nháp' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Tin ${name}` })).toBeVisible();
  await marked();
  await page.goto('/admin/articles');
  await marked(page.getByRole('row').filter({ hasText: name }));
});

test('what is sent on of an invented class says so: its calendar, ready words, and what search engines and previews of links read', async ({
  request,
}) => {
  const calendar = (await (await request.get('/lich.ics')).text()).replace(/\r?\n[ \t]/g, '');
  const told = calendar.match(/^DESCRIPTION:.*$/gm) ?? [];
  expect(told.length).toBeGreaterThan(0);
  for (const line of told) expect(line.trim()).toMatch(/\(Dữ liệu minh họa\)$/);
  const [, url = ''] = /^URL(?:;VALUE=URI)?:(\S+)$/m.exec(calendar) ?? [];
  const page = await (await request.get(new URL(url).pathname)).text();
  expect(page).toMatch(/data-copy="[^"]+\(Dữ liệu minh họa\)\n[^"]+"/);
  for (const name of ['name="description"', 'property="og:description"'])
    expect(page).toMatch(new RegExp(`<meta ${name} content="[^"]+ \\(Dữ liệu minh họa\\)"`));
  expect(page).toMatch(/"@type":"Event",.*?"description":"[^"]+ \(Dữ liệu minh họa\)"/);
  for (const path of ['/do-phu', '/du-lieu-mo']) {
    const described = (await (await request.get(path)).text()).match(/"(?:dct:)?description":.*?\(Dữ liệu minh họa\)"/);
    expect(described, path).not.toBeNull();
  }
});
