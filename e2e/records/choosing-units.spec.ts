import type { Page } from '@playwright/test';
import { createAccountWithRole } from '../../test/factories/accounts';
import { createSubAssociation } from '../../test/factories/units';
import { read } from '../../test/factories/write';
import { violationsOf } from '../support/page/axe';
import { expect } from '../support/reader/expect';
import { Reader } from '../support/reader/reader';
import { openSession } from '../support/stage/session';
import { choosePlaces, monthBegan } from '../support/stage/stage';
import { test } from '../support/test';

const PHONE = { width: 360, height: 740 };
const fits = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

test('on a phone by keyboard: words without marks, arrows and Enter lead from the place to the form', async ({
  signInAs,
}) => {
  const page = await signInAs('province');
  await page.setViewportSize(PHONE);
  await page.goto('/admin/people/new');
  const field = page.getByRole('combobox', { name: 'Chi hội hoặc tổ' });
  await expect(page.getByRole('button', { name: 'Tìm', exact: true })).toBeHidden();
  await field.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option')).toHaveCount(20);
  await expect(field).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option')).toHaveCount(0);
  await expect(field).toHaveAttribute('aria-expanded', 'false');

  await page.keyboard.type('khu pho 5 long hung');
  const options = page.getByRole('option');
  await expect(options.first()).toHaveText('Chi hội Khu phố 5 · phường Long Hưng');
  await expect(options.nth(1)).toHaveText(/^Tổ \d+ · Chi hội Khu phố 5 · phường Long Hưng$/);
  await expect(page.getByRole('status').filter({ hasText: /nơi/ })).toHaveCount(1);
  expect(await violationsOf(page)).toEqual([]);
  await fits(page);
  const marked = async () => page.locator(`[id="${await field.getAttribute('aria-activedescendant')}"]`);
  await expect(await marked()).toHaveText('Chi hội Khu phố 5 · phường Long Hưng');
  await page.keyboard.press('ArrowDown');
  await expect(await marked()).toContainText('Tổ');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.waitForURL(/unit=[0-9a-f-]{36}$/);
  await expect(page.getByText('Sinh hoạt tại Chi hội Khu phố 5 · phường Long Hưng')).toBeVisible();
  await expect(page.getByLabel('Họ và tên')).toBeVisible();
});

test('with letters twice as large the open list stays on the screen, in English too', async ({
  browser,
  database,
  baseURL,
}) => {
  const [province = { id: '' }] = await read<{ id: string }>(database, `SELECT id FROM unit WHERE level = 'province'`);
  const account = await createAccountWithRole(database, 'province_official', [province], { locale: 'en' });
  const context = await browser.newContext({ viewport: PHONE });
  await context.addCookies([{ ...(await openSession(database, account.id)), url: baseURL ?? '' }]);
  const page = await context.newPage();
  await page.goto('/admin/pairs/new');
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await page.getByRole('combobox', { name: 'Sub-association or group' }).fill('to 1 khu pho 5 long hung');
  await expect(page.getByRole('option').first()).toHaveText('Tổ 1 · Chi hội Khu phố 5 · ward Long Hưng · Group');
  await expect(page.getByRole('status').filter({ hasText: 'Press the down arrow' })).toHaveCount(1);
  await fits(page);
  expect(await violationsOf(page)).toEqual([]);
  await context.close();
});

test('a former name and a doubled one are told apart, and just this name comes first', async ({ signInAs }) => {
  const page = await signInAs('province');
  await page.goto('/admin/people');
  const field = page.getByRole('combobox', { name: 'Đơn vị' });
  await field.fill('long hung');
  await expect(page.getByRole('option').first()).toContainText('Long Hưng · phường');
  await expect(page.getByRole('option').filter({ hasText: 'trước là Long Hưng' })).toContainText('Bình Tân');
  await field.fill('Lộc Thạnh');
  await expect(page.getByRole('option').first()).toContainText('Lộc Thạnh · xã');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('Lộc Thạnh · xã');
  await page.getByRole('button', { name: 'Lọc' }).click();
  await expect(page.getByRole('link', { name: /Lộc Thạnh/ }).first()).toBeVisible();
});

test('without JavaScript Return sends the form below a place, and words for another place find it first', async ({
  database,
  readAs,
}) => {
  const page = await readAs('province');
  const [anVien] = await read<{ id: string }>(database, `SELECT id FROM unit WHERE slug = 'an-vien'`);
  await page.goto(`/admin/trainings/new?commune=${anVien?.id}`);
  const [place, seats] = [page.getByLabel('Buổi này ở xã, phường nào?'), page.getByLabel('Số chỗ', { exact: true })];
  await seats.fill('x');
  await seats.press('Enter');
  await expect(page.getByRole('alert').first()).toContainText('Chưa lưu được');
  await expect(place).toHaveValue('An Viễn · xã');
  await place.fill('trang dai');
  await place.press('Enter');
  await expect(place).toHaveValue('Trảng Dài · phường');
  await expect(seats).toHaveValue('x');
});

test('without JavaScript words are sent, and what they may mean is tapped', async ({ readAs }) => {
  const page = await readAs('province');
  await page.goto('/admin/people/new');
  await page.getByLabel('Chi hội hoặc tổ').fill('khu pho 5 long hung');
  await page.getByRole('button', { name: 'Tìm', exact: true }).click();
  await page.getByRole('button', { name: 'Tổ 1 · Chi hội Khu phố 5 · phường Long Hưng' }).click();
  await expect(page.getByText('Sinh hoạt tại Tổ 1 · Chi hội Khu phố 5 · phường Long Hưng')).toBeVisible();

  await page.goto('/admin/people?unit=long+hung');
  await page.getByRole('radio', { name: /^Bình Tân · xã/ }).check();
  await page.getByRole('button', { name: 'Lọc' }).click();
  await expect(page.getByRole('link', { name: /Bình Tân · xã/ }).first()).toBeVisible();

  await page.goto('/admin/people/requests/new');
  await page.getByLabel('Họ và tên').fill(`Không Kịch Bản ${Date.now()}`);
  await page.getByLabel('Năm sinh').fill('1970');
  const send = page.getByRole('button', { name: 'Gửi hỏi' });
  for (const [words, sentence] of [
    ['khong co noi nay', 'Không có nơi nào tên như vậy'],
    ['tổ 1', 'Có nhiều nơi tên như vậy'],
  ] as const) {
    await page.getByLabel('Về chi hội, tổ').fill(words);
    await send.click();
    await expect(page.getByRole('alert')).toContainText(sentence);
    await expect(page.getByLabel('Về chi hội, tổ')).toHaveValue(words);
  }
  await page
    .getByRole('radio', { name: /^Tổ 1 · / })
    .first()
    .check();
  await send.click();
  await expect(page).toHaveURL(/said=asked/);
});

test('who answers for a single unit is asked for none', async ({ database, baseURL }) => {
  const { commune } = await choosePlaces(database);
  const sub = await createSubAssociation(database, commune, {
    name: `Chi hội Một ${Date.now()}`,
    from: monthBegan(),
  });
  const head = await createAccountWithRole(database, 'sub_association_head', [sub]);
  const page = await Reader.open(baseURL ?? '', { cookie: await openSession(database, head.id) });
  for (const path of ['people/new', 'pairs/new', 'digital-models/new?kind=digital_family', 'people']) {
    await page.goto(`/admin/${path}`);
    await expect(page.locator('[role=combobox], select[name=unit], button[name=unit]'), path).toHaveCount(0);
  }
  await page.goto('/admin/people/new');
  await expect(page.getByLabel('Họ và tên')).toBeVisible();
  await page.close();
});

test('units are found within her reach alone, and odd questions are answered', async ({
  request,
  database,
  readAs,
}) => {
  const [ongHuong] = await read<{ name: string; id: string }>(
    database,
    `SELECT n.name, s.commune_id AS id FROM unit_span s JOIN unit_name n ON n.unit_id = s.unit_id JOIN unit c ON c.id = s.commune_id
     WHERE s.level = 'sub_association' AND c.slug = 'trang-dai' LIMIT 1`,
  );
  const scope = 'for=people.record&level=sub_association,group';
  const asked = (q: string, within = '') => `/api/units?${new URLSearchParams({ scope: scope + within, q })}`;
  expect((await request.get(asked('khu pho'))).status()).toBe(404);
  const official = (await readAs('longhung')).request;
  const own = await (await official.get(asked('khu pho 5'))).json();
  expect(own.options[0].label).toBe('Chi hội Khu phố 5 · phường Long Hưng');
  const beyond = await official.get(asked('', `&within=${ongHuong?.id}`));
  expect([beyond.status(), await beyond.json()]).toEqual([200, { options: [], more: false }]);
  for (const q of ['%00', '\0', "'", 'x'.repeat(4000), '😀'.repeat(500), '1 '.repeat(1000), '\ud800'])
    expect((await official.get(asked(q))).status(), q.slice(0, 20)).toBe(200);
  for (const odd of ['', 'for=people.record', 'for=x&level=group', `${scope}&within=1`, `${scope}&without=1`])
    expect((await official.get(`/api/units?${new URLSearchParams({ scope: odd })}`)).status(), odd).toBe(404);
});

test('the script of a page that asks for a unit is at most 155 KB', async ({ signInAs }) => {
  const page = await signInAs('province');
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const scripts = new Set<string>();
  let bytes = 0;
  session.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scripts.add(requestId));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  const weigh = async () => {
    await session.send('Network.clearBrowserCache');
    bytes = 0;
    await page.goto('/admin/trainings/series/new', { waitUntil: 'networkidle' });
    expect(bytes).toBeGreaterThan(50 * 1024);
    return bytes;
  };
  // files are compressed after they were first asked for
  await expect.poll(weigh).toBeLessThanOrEqual(155 * 1024);
});
