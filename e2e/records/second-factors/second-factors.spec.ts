import { createHash, randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { type Browser, expect, type Page } from '@playwright/test';
import { codeOf } from '../../../test/code-app';
import { createAccountWithRole, type MadeAccount } from '../../../test/factories/accounts';
import { openQuietPortal, type QuietPortal } from '../../support/processes/quiet-portal';
import { test } from '../../support/test';

const PASSWORD = 'bốn con vịt qua cầu';
const key = `journey:${randomBytes(32).toString('base64')}`;
let portal: QuietPortal;
let official: MadeAccount;

test.describe.configure({ mode: 'serial', timeout: 240_000 });
test.beforeAll(async () => {
  test.setTimeout(600_000);
  portal = await openQuietPortal('portal_second_factors', { SEALING_KEYS: key }, 'localhost');
});
test.afterAll(() => portal.close());
test.beforeEach(async () => {
  const { database, places } = portal;
  await database.query('DELETE FROM throttle');
  official = await createAccountWithRole(database, 'commune_official', [places.commune], { password: PASSWORD });
});

async function enter(page: Page, to = '/admin'): Promise<void> {
  await page.goto(`${portal.origin}/dang-nhap?callbackUrl=${encodeURIComponent(to)}`);
  await page.getByLabel('Thư điện tử hoặc số điện thoại').fill(official.email);
  await page.getByLabel('Mật khẩu').fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
}

/** Sets up an app of codes as she does, and answers with its secret. */
async function setUp(page: Page): Promise<string> {
  await page.goto(`${portal.origin}/admin/accounts/own/second-factor`);
  await page.getByRole('button', { name: 'Cài ứng dụng tạo mã' }).click();
  const secret = ((await page.locator('p.font-mono').textContent()) ?? '').replaceAll(' ', '');
  await page.getByLabel('Mã 6 số ứng dụng đang hiện').fill(codeOf(secret, new Date()));
  await page.getByRole('button', { name: 'Xác nhận' }).click();
  await expect(page.getByText('Đã cài ứng dụng tạo mã.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Xem nơi nào đang đăng nhập' })).toHaveAttribute('href', /own#sessions$/);
  return secret;
}

const OWN_DEVICE = 'Đây là máy riêng của tôi, đừng hỏi ở đây trong 30 ngày';
const open = async (browser: Browser, options = {}) => (await browser.newContext(options)).newPage();
/** The code of the coming half minute, which holds already: the one of now was used. */
const nextCode = (secret: string) => codeOf(secret, new Date(Date.now() + 30_000));
const atStep = (page: Page) => page.waitForURL(/\/dang-nhap\/buoc-hai/);

test('a code is asked for after the password, but on a device that she says is hers; and again once she ends that', async ({
  browser,
}) => {
  const page = await open(browser);
  await enter(page);
  await page.waitForURL(/\/admin/);
  const secret = await setUp(page);

  const phone = await open(browser);
  await enter(phone, '/admin/accounts/own');
  await atStep(phone);
  const field = phone.getByLabel('Mã 6 số');
  await expect(field).toHaveAttribute('autocomplete', 'one-time-code');
  await expect(field).toHaveAttribute('inputmode', 'numeric');
  await field.fill('000000');
  const tab = await phone.context().newPage();
  await tab.goto(phone.url());
  await phone.getByLabel(OWN_DEVICE).first().check();
  await phone.getByRole('button', { name: 'Tiếp tục' }).first().click();
  await expect(phone.getByRole('alert')).toContainText('Mã chưa đúng');
  await expect(phone.getByLabel(OWN_DEVICE).first()).toBeChecked();
  await phone.getByLabel('Mã 6 số').fill(nextCode(secret));
  await phone.getByRole('button', { name: 'Tiếp tục' }).first().click();
  await phone.waitForURL(/\/admin\/accounts\/own$/);
  // what stood open in another tab leads on, for she is in
  await tab.getByLabel('Mã 6 số').fill('000000');
  await tab.getByRole('button', { name: 'Tiếp tục' }).first().click();
  await tab.waitForURL(/\/admin\/accounts\/own$/);

  await phone.context().clearCookies({ name: 'next-auth.session-token' });
  await enter(phone);
  await phone.waitForURL(/\/admin$/);

  await page.goto(`${portal.origin}/admin/accounts/own/second-factor`);
  await page.getByRole('button', { name: 'Thôi', exact: true }).click();
  await expect(page.getByText('Từ giờ, máy ấy bị hỏi lại.')).toBeVisible();
  await phone.context().clearCookies({ name: 'next-auth.session-token' });
  await enter(phone);
  await atStep(phone);
});

test('codes on paper are shown once, and one of them lets her in without a script', async ({ browser }) => {
  const page = await open(browser);
  await enter(page);
  await page.waitForURL(/\/admin/);
  await setUp(page);
  await page.getByRole('button', { name: 'Tạo mười mã mới' }).click();
  await expect(page.getByText('Mười mã dự phòng của chị')).toBeVisible();
  const codes = await page
    .locator('li')
    .filter({ hasText: /^[0-9a-z]{4}(-[0-9a-z]{4}){2}$/ })
    .allInnerTexts();
  expect(codes).toHaveLength(10);
  await page.reload();
  await expect(page.getByText(codes[0] ?? '')).toHaveCount(0);

  const plain = await open(browser, { javaScriptEnabled: false });
  await enter(plain);
  await atStep(plain);
  await plain.getByText('Không có điện thoại bên mình? Dùng mã dự phòng').click();
  await plain.getByLabel('Mã dự phòng').fill(codes[0] ?? '');
  await plain.getByRole('button', { name: 'Tiếp tục' }).last().click();
  await plain.waitForURL(/\/admin$/);
});

test('a passkey is made and opens the second step, with a virtual authenticator', async ({ browser }) => {
  const page = await open(browser);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await enter(page);
  await page.waitForURL(/\/admin/);
  await page.goto(`${portal.origin}/admin/accounts/own/second-factor`);
  await page.getByLabel('Tên để chị nhận ra').fill('Điện thoại của tôi');
  await page.getByRole('button', { name: 'Thêm khóa truy cập' }).click();
  await expect(page.getByText('Đã thêm khóa truy cập.')).toBeVisible();
  await expect(page.getByText(/^Điện thoại của tôi, thêm ngày/)).toBeVisible();

  await page.context().clearCookies({ name: 'next-auth.session-token' });
  await enter(page, '/admin/accounts/own');
  await atStep(page);
  await page.getByRole('link', { name: 'Dùng khóa truy cập' }).click();
  await page.getByRole('button', { name: 'Dùng khóa truy cập' }).click();
  await page.waitForURL(/\/admin\/accounts\/own$/);
});

test('while she owes the second step no page, list, sheet or handler of the portal knows her', async ({ browser }) => {
  const page = await open(browser);
  await enter(page);
  await page.waitForURL(/\/admin/);
  await setUp(page);
  const half = await open(browser);
  await enter(half);
  await atStep(half);

  const pages = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((path) => /^(admin|\(hall\)\/admin)\/.*(page\.tsx|route\.ts)$/.test(path))
    .map((path) => `app/${path}`)
    .map((path) => `/${path.replace(/^app\/(\(hall\)\/)?|\/(page\.tsx|route\.ts)$/g, '')}`)
    .filter((address) => !address.includes('[...') && !/invitation|worker|password/.test(address))
    .map((address) => address.replace(/\[[^\]]+\]/g, '00000000-0000-7000-8000-000000000000'));
  expect(pages.length).toBeGreaterThan(60);
  const told: string[] = [];
  for (const address of pages) {
    const answer = await half.request.get(`${portal.origin}${address}`, { maxRedirects: 0 });
    const text = await answer.text();
    if (text.includes(official.displayName) || /[?&]said=/.test(text)) told.push(address);
    const isNobody = answer.status() >= 300 || /buoc-hai|passkey/.test(text);
    if (!isNobody && !address.startsWith('/admin/attendance') && !address.includes('/phone'))
      told.push(`${answer.status()} ${address}`);
  }
  expect(told).toEqual([]);
  for (const handler of [
    'attendance/deliveries',
    'attendance/rosters',
    'peer-lessons/deliveries',
    'uploads',
    'articles/phone',
    'passkeys',
    'passkeys/options',
  ]) {
    const answer = await half.request.post(`${portal.origin}/api/${handler}`, {
      data: {},
      headers: { origin: portal.origin },
    });
    expect(answer.status(), handler).toBe(401);
  }
});

test('before the day a quiet bar says it; from the day on she opens nothing but the page that sets it up', async ({
  browser,
}) => {
  const begin = (days: number) =>
    portal.database.query(
      `INSERT INTO second_factor_start (began_at) VALUES (now() - $1 * interval '1 day')
        ON CONFLICT (id) DO UPDATE SET began_at = excluded.began_at`,
      [days],
    );
  try {
    await begin(3);
    const page = await open(browser);
    await enter(page);
    await page.waitForURL(/\/admin/);
    await expect(page.getByText('vào cổng cần thêm bước xác nhận thứ hai')).toBeVisible();

    await begin(15);
    await page.goto(`${portal.origin}/admin/people`);
    await page.waitForURL(/\/admin\/accounts\/own\/second-factor/);
    await expect(page.getByText('Chị cần cài bước xác nhận thứ hai')).toBeVisible();
    const refused = await page.request.post(`${portal.origin}/api/attendance/deliveries`, {
      data: {},
      headers: { origin: portal.origin },
    });
    expect(refused.status()).toBe(401);
    await setUp(page);
    await page.goto(`${portal.origin}/admin/people`);
    await expect(page).toHaveURL(/\/admin\/people/);
  } finally {
    await portal.database.query('UPDATE second_factor_start SET began_at = now()');
  }
});

test('a weak password for a real invitation does not count against a hall’s router, and a made-up link does', async ({
  browser,
}) => {
  const { database, origin, places } = portal;
  const token = randomBytes(32).toString('hex');
  await database.query(
    `INSERT INTO invitation (id, token_hash, address, role, unit_id, invited_by_id, expires_at, locale)
      VALUES (app.uuid7(), $1, $2, 'viewer', $3, $4, now() + interval '1 day', 'en')`,
    [
      createHash('sha256').update(token).digest(),
      `yeu-${token.slice(0, 8)}@demo.invalid`,
      places.commune.id,
      (await createAccountWithRole(database, 'province_official', [places.commune])).id,
    ],
  );
  const page = await open(browser);
  await page.goto(`${origin}/admin/invitation/${token}`);
  // an English letter opens an English form
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('button', { name: 'Accept' })).toBeVisible();
  const send = async (of: string) => {
    const form = { token: of, displayName: 'Lê Thị Mới', password: '123456789012' };
    const options = { form, headers: { origin }, maxRedirects: 0 };
    return (await page.request.post(`${origin}/api/invitation`, options)).status();
  };
  for (let at = 0; at < 35; at++) expect(await send(token)).toBe(303);
  for (let at = 0; at < 30; at++) expect(await send('0'.repeat(64))).toBe(303);
  expect(await send('0'.repeat(64))).toBe(429);
});
