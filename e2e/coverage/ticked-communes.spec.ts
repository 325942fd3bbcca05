import { expect } from '../support/reader/expect';
import { test } from '../support/test';

const PAGE = '/admin/coverage?on=2026-09-30';
const TWO = ['long-hung', 'trang-dai'];

test('of the table of all places some are ticked: they are set side by side, and taken along alone', async ({
  readAs,
}) => {
  const page = await readAs('province');
  await page.goto(PAGE);
  // most rows are folded: their boxes are sent all the same
  for (const slug of TWO) await page.locator(`input[name="chosen"][value="${slug}"]`).check();
  const asked = new URLSearchParams([
    ['on', '2026-09-30'],
    ['chosen', 'long-hung'],
    ['chosen', 'trang-dai'],
    ['format', 'csv'],
  ]);
  const lines = (await (await page.request.get(`/admin/coverage/export?${asked}`)).text()).split('\n');
  expect(lines.join()).toContain('Chỉ gồm 2 nơi được chọn');
  expect(lines.at(-1)).toContain('Những nơi được chọn');
  expect((await page.request.get('/admin/coverage/export?chosen=khong-co&format=csv')).status()).toBe(404);
  const places = lines.filter((line) => /(Phường|Xã) /.test(line));
  expect(places.map((line) => /Phường [^,;"]+/.exec(line)?.[0]).sort()).toEqual([
    'Phường Long Hưng',
    'Phường Trảng Dài',
  ]);
  await page.getByRole('button', { name: 'Đặt cạnh nhau' }).click();
  await expect(page).toHaveURL(/chosen=long-hung/);
  const compared = page.locator('#compare table').first();
  for (const place of ['Phường Long Hưng', 'Phường Trảng Dài']) await expect(compared).toContainText(place);
});

test('a commune of the table unfolds to its sub-associations without a script, which come to what it says, and folds again', async ({
  readAs,
}) => {
  const page = await readAs('province');
  await page.goto(`${PAGE}&level=group&kind=ward&sort=name`);
  const below = page.locator('tr.below');
  const rowOf = (slug: string) => page.locator('tr', { has: page.locator(`#row-${slug}`) });
  const unfold = (slug: string, open: boolean) => rowOf(slug).locator(`a[aria-expanded="${open}"]`);
  await expect(below).toHaveCount(0);
  await expect(unfold('long-hung', false)).toContainText('Xem từng chi hội của Phường Long Hưng');
  await unfold('long-hung', false).click();
  await expect(page).toHaveURL(/unfolded=long-hung/);
  await expect(page).toHaveURL(/indicator=coverage_group/);
  await expect(page).toHaveURL(/kind=ward/);
  const all = await below.count();
  expect(all).toBeGreaterThan(3);
  const units = (await page.locator('tr.below td:nth-child(2)').allTextContents()).map(Number);
  const own = await rowOf('long-hung').locator('td').first().textContent();
  expect(String(units.reduce((sum, each) => sum + each, 0))).toBe(own);
  await expect(page.locator('tr.below a[href^="/admin/units/"]')).toHaveCount(all);

  // a second stands beside it, and the first folds alone
  await unfold('trang-dai', false).click();
  const both = await below.count();
  expect(both).toBeGreaterThan(all);
  await unfold('long-hung', true).click();
  await expect(page).toHaveURL(/unfolded=trang-dai/);
  await expect(below).toHaveCount(both - all);
  // the last one folds, and the rows that stood behind their number stay where she reads
  await unfold('trang-dai', true).click();
  await expect(below).toHaveCount(0);
  await expect(page.locator('details[open] #row-trang-dai')).toHaveCount(1);
});

test('where the ticked communes lack most a class is drafted: each with its form, and one is dropped from the list', async ({
  readAs,
}) => {
  const page = await readAs('province');
  await page.goto('/admin/coverage');
  for (const slug of TWO) await page.locator(`input[name="chosen"][value="${slug}"]`).check();
  await page.getByRole('button', { name: 'Mở lớp ở đó' }).click();
  await expect(page).toHaveURL(/\/admin\/coverage\/next-trainings\?commune=.*commune=/);
  const cards = page.getByRole('article').getByRole('heading', { level: 2 });
  expect((await cards.allTextContents()).sort()).toEqual(['Phường Long Hưng', 'Phường Trảng Dài']);
  await page.goto('/admin/coverage/train?kind=ward&indicator=coverage_group');
  await expect(page).toHaveURL(/next-trainings\?level=group&commune=/);
  for (const name of await cards.allTextContents()) expect(name).toMatch(/^Phường /);
  await page.goto(`/admin/coverage/train?${new URLSearchParams(TWO.map((slug) => ['chosen', slug]))}`);
  await page.getByRole('article').first().getByRole('button', { name: 'Soạn buổi tập huấn' }).click();
  await expect(page).toHaveURL(/\/admin\/trainings\/new\?/);
  await expect(page.getByLabel('Lời nhắn cho người học')).toHaveValue(/^Mời hội viên: /);
});

test('the officials of the ticked communes are reminded: who gets it is seen before, and of one that was asked a short while ago the table says when', async ({
  readAs,
  database,
}) => {
  // nobody receives this one: other journeys look at the first pages of the officials
  await database.query(`INSERT INTO reminder (id, asking_id, kind, unit_id, parts, asked_by_id, asked_on, again_from, lapses_on)
    SELECT gen_random_uuid(), gen_random_uuid(), 'coverage_gap', u.id, '{pair}', a.id, app.today(), app.today() + 7, app.today() + 8
    FROM unit u, account a WHERE u.slug = 'tri-an' AND a.email = 'province@demo.invalid' ON CONFLICT DO NOTHING`);
  const page = await readAs('province');
  await page.goto('/admin/coverage');
  await expect(page.locator('tr', { has: page.locator('#row-tri-an') })).toContainText('được nhắc');
  for (const slug of [...TWO, 'tri-an']) await page.locator(`input[name="chosen"][value="${slug}"]`).check();
  await page.getByRole('button', { name: 'Nhắc', exact: true }).click();
  await expect(page).toHaveURL(/\/admin\/reminders\/new\?units=.*units=.*units=/);
  const seen = page.locator('main');
  for (const said of ['Long Hưng', 'Trảng Dài', 'vừa được nhắc']) await expect(seen).toContainText(said);
  await expect(page.getByRole('button', { name: /^Nhắc \d+ chị$/ })).toHaveCount(1);
});

test('who may not remind communes, or plan a class, is led nowhere; another indicator is told on a page of its own', async ({
  readAs,
}) => {
  const ticked = new URLSearchParams(TWO.map((slug) => ['chosen', slug]));
  for (const who of ['longhung', 'viewer'] as const) {
    const page = await readAs(who);
    expect((await page.request.get(`/admin/coverage/remind?${ticked}`)).status(), who).toBe(404);
  }
  const reader = await readAs('viewer');
  await reader.goto('/admin/coverage');
  for (const deed of ['Nhắc', 'Mở lớp ở đó'])
    await expect(reader.getByRole('button', { name: deed, exact: true })).toHaveCount(0);
  expect((await reader.request.get(`/admin/coverage/train?${ticked}`)).status()).toBe(404);
  const stranger = await readAs();
  expect((await stranger.request.get(`/admin/coverage/train?${ticked}`, { maxRedirects: 0 })).status()).not.toBe(200);

  const page = await readAs('province');
  await page.goto(`${PAGE}&indicator=sessions_held&years=3`);
  await expect(page).toHaveURL(/\/admin\/indicators\/sessions_held\?/);
  await expect(page).toHaveURL(/on=2026-09-30/);
  await page.goto(`${PAGE}&indicator=coverage_group`);
  await expect(page.getByLabel('Tính theo')).toHaveValue('coverage_group');
});

test('how many are all done, silent or at nothing leads to the list in which those stand first', async ({ readAs }) => {
  const page = await readAs('province');
  const shares = async () =>
    (await page.locator('#most tbody td').allTextContents())
      .map((cell) => cell.trim())
      .filter((cell) => /^\d+(,\d)?%$|^Chưa báo cáo$/.test(cell));
  const countOf = (words: string) => Number(/^\d+/.exec(words.trim())?.[0]);
  for (const [name, first] of [
    [/nơi đạt 100%/, '100%'],
    [/nơi 0%/, '0%'],
    [/nơi chưa báo cáo/, 'Chưa báo cáo'],
  ] as const) {
    await page.goto(PAGE);
    const counted = page.getByRole('link', { name }).first();
    const count = countOf((await counted.textContent()) ?? '');
    expect(count, String(name)).toBeGreaterThan(0);
    await counted.click();
    const told = await shares();
    expect(told.length, String(name)).toBe(first === 'Chưa báo cáo' ? count : 8);
    const shown = Math.min(count, told.length);
    expect(told.slice(0, shown), String(name)).toEqual(Array.from({ length: shown }, () => first));
  }
  // of one kind the silent are counted, and no list holds them alone
  await page.goto(`${PAGE}&kind=commune`);
  await expect(page.locator('main li', { hasText: 'nơi chưa báo cáo' }).first()).toBeVisible();
  await expect(page.getByRole('link', { name: /nơi chưa báo cáo/ })).toHaveCount(0);
});
