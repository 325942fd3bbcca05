import { type APIRequestContext, type Browser, type Page, request } from '@playwright/test';
import { createAccountWithRole, type MadeAccount } from '../../../test/factories/accounts';
import { openIdentityProvider, type Person } from '../../../test/servers/providers/identity-provider';
import { openQuietPortal, type QuietPortal } from '../../support/processes/quiet-portal';
import { expect } from '../../support/reader/expect';
import { test } from '../../support/test';

const PASSWORD = 'bốn con vịt qua cầu';
const people = new Map<string, Person>();
let there: Awaited<ReturnType<typeof openIdentityProvider>>;
let portal: QuietPortal;
let her: MadeAccount;
let turn = 0;

test.describe.configure({ mode: 'default', timeout: 120_000 });
test.beforeAll(async () => {
  test.setTimeout(600_000);
  there = await openIdentityProvider(people, () => (portal as QuietPortal | undefined)?.origin);
  portal = await openQuietPortal('portal_sign_in_provider', there.surroundings);
});
test.afterAll(async () => {
  await portal.close();
  there.close();
});
test.beforeEach(async () => {
  await portal.database.query('DELETE FROM throttle');
  her = await createAccountWithRole(portal.database, 'editor', [portal.places.commune], { password: PASSWORD });
  people.set(name(), { email: her.email });
});
test.afterEach(() => {
  turn++;
});

/** Her name at the provider. */
const name = () => `chi-${turn}`;
const open = async (browser: Browser): Promise<Page> => {
  const page = await (await browser.newContext()).newPage();
  // the provider's own pages ask another site for letters
  await page.route(/googleapis/, (route) => route.abort());
  return page;
};

async function signInThere(page: Page) {
  await page.getByPlaceholder('Enter any login').fill(name());
  await page.getByPlaceholder('and password').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

test('she signs in by the provider in both languages, is where she wanted to go, and signs out of the portal and then there', async ({
  browser,
}) => {
  const page = await open(browser);
  await page.goto(`${portal.origin}/dang-nhap?callbackUrl=%2Fadmin%2Faccounts%2Fown`);
  await page.getByRole('link', { name: 'Đăng nhập bằng Tài khoản Đồng Nai' }).click();
  await signInThere(page);
  await page.waitForURL(`${portal.origin}/admin/accounts/own`);
  await expect(page.getByText('Đổi thư điện tử ở Tài khoản Đồng Nai thì vẫn vào được.')).toBeVisible();
  await expect(page.locator('#sessions').getByText('bằng Tài khoản Đồng Nai')).toBeVisible();
  const cookie = (await page.context().cookies(portal.origin)).find((each) => each.name.endsWith('session-token'));
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', value: expect.stringMatching(/^[\w-]{43}$/) });

  await page.getByRole('button', { name: 'Đăng xuất', exact: true }).first().click();
  await expect(page.getByText('Đã đăng xuất khỏi cổng.')).toBeVisible();
  await page.goto(`${portal.origin}/admin`);
  await page.waitForURL(/\/dang-nhap/);
  await page.goto(`${portal.origin}/dang-nhap?said=left`);
  await page.getByRole('link', { name: 'Đăng xuất khỏi Tài khoản Đồng Nai' }).click();
  await page.getByRole('button', { name: /yes/i }).click();
  await expect(page.getByText('Đã đăng xuất khỏi cổng và khỏi Tài khoản Đồng Nai.')).toBeVisible();

  await page.goto(`${portal.origin}/en/sign-in`);
  await page.getByRole('link', { name: 'Sign in with Tài khoản Đồng Nai' }).click();
  await signInThere(page);
  await page.waitForURL(`${portal.origin}/admin`);
  expect(await tiesOf(her)).toBe(1);
});

const tiesOf = async ({ id }: MadeAccount) =>
  (await portal.database.query('SELECT FROM provider_tie WHERE account_id = $1', [id])).rowCount;
const sessionsOf = async ({ id }: MadeAccount) =>
  (await portal.database.query('SELECT FROM account_session WHERE account_id = $1 AND ended_at IS NULL', [id]))
    .rowCount;

/** A browser that goes by itself, page after page, and follows nothing unasked. */
const openBrowser = () => request.newContext({ baseURL: portal.origin, maxRedirects: 0 });
const to = (answer: { headers(): Record<string, string> }) => answer.headers().location ?? '';

/** Begins in this browser and signs in there, or gives up: answers with the path by which she is led back. */
async function away(by: APIRequestContext, as: string | null = name(), wants = '/admin'): Promise<string> {
  const sent = await by.get(`/api/auth/provider/start?language=vi&callbackUrl=${encodeURIComponent(wants)}`);
  return (await there.walk(to(sent), as)).replace(portal.origin, '');
}

/** Where an answer leads, which gave nobody a session; and what the page there says. */
async function refused(by: APIRequestContext, path: string): Promise<string> {
  const answer = await by.get(path);
  expect(answer.status(), path.slice(0, 90)).toBe(303);
  expect(answer.headers()['set-cookie'] ?? '').not.toMatch(/session-token=\w/);
  expect(to(answer)).toMatch(/^\/dang-nhap\?/);
  const page = await (await by.get(to(answer))).text();
  return /role="alert"[^>]*>([^<]*)/.exec(page)?.[1] ?? 'nothing';
}

test('whoever is not vouched for, has no account or gave up reads whose move it is, and nothing opens', async () => {
  const by = await openBrowser();
  const given = await away(by, null);
  expect(await refused(by, given)).toMatch(/^Chị đã dừng ở Tài khoản Đồng Nai/);
  // an answer that was refused is used up like one that was taken
  expect(await refused(by, given)).toMatch(/quá mười phút/);
  people.set('stranger', { email: 'stranger@demo.invalid' });
  expect(await refused(by, await away(by, 'stranger'))).toMatch(/gửi lời mời tới địa chỉ ấy/);
  people.set('unverified', { email: her.email, verified: false });
  expect(await refused(by, await away(by, 'unverified'))).toMatch(/chưa xác nhận địa chỉ/);
  await portal.database.query('UPDATE account SET disabled_at = now() WHERE id = $1', [her.id]);
  expect(await refused(by, await away(by))).toMatch(/đã khóa/);
  expect([await tiesOf(her), await sessionsOf(her)]).toEqual([0, 0]);
});

test('an answer opens one browser once: not a second time, not in another browser, not without its cookie', async () => {
  const [by, other, bare] = [await openBrowser(), await openBrowser(), await openBrowser()];
  const path = await away(by);
  expect(await refused(bare, path)).toMatch(/quá mười phút, hoặc bắt đầu ở trình duyệt khác/);
  await away(other);
  expect(await refused(other, path)).toMatch(/bắt đầu ở trình duyệt khác/);
  expect(await sessionsOf(her)).toBe(0);
  const answer = await by.get(path);
  expect([answer.status(), to(answer)]).toEqual([303, '/admin']);
  expect(await refused(by, path)).toMatch(/quá mười phút/);
  expect(await sessionsOf(her)).toBe(1);
});

test('a link on somebody else’s page begins nothing and counts nothing; who comes too often waits, before the provider is asked', async () => {
  const by = await openBrowser();
  const throttle = () => portal.database.query(`SELECT FROM throttle WHERE key LIKE 'sign-in:provider:%'`);
  for (const path of ['start', 'leave']) {
    const answer = await by.get(`/api/auth/provider/${path}`, { headers: { 'sec-fetch-site': 'cross-site' } });
    expect([answer.status(), answer.headers()['set-cookie'] ?? '']).toEqual([303, '']);
    expect(to(answer)).toMatch(/^\/dang-nhap\?callbackUrl=/);
  }
  expect((await throttle()).rowCount).toBe(0);
  const path = await away(by);
  expect((await throttle()).rowCount).toBe(1);
  await portal.database.query('UPDATE throttle SET points = 500');
  for (const each of ['/api/auth/provider/start', '/api/auth/provider/leave', path])
    expect((await by.get(each)).status(), each.slice(0, 40)).toBe(429);
  expect(await sessionsOf(her)).toBe(0);
});

test('nobody is led to another site, before or after', async () => {
  for (const wants of ['https://evil.invalid/', '//evil.invalid', '/\\evil.invalid', 'javascript:alert(1)', '']) {
    const by = await openBrowser();
    const answer = await by.get(await away(by, name(), wants));
    expect(new URL(to(answer), portal.origin).origin, wants).toBe(portal.origin);
  }
});

test('whatever else is sent to these addresses is an answer, and no failure', async () => {
  const by = await openBrowser();
  const odd = [
    'code=%00&state=%ff',
    `code=${'x'.repeat(3_000)}`,
    'error=access_denied',
    'state[]=1',
    'iss=&code=&state=',
  ];
  for (const question of odd) {
    await by.get('/api/auth/provider/start');
    expect(await refused(by, `/api/auth/provider/callback?${question}`)).toMatch(/Tài khoản Đồng Nai/);
  }
  for (const path of ['start', 'callback', 'leave', 'left'])
    for (const method of ['POST', 'PUT', 'DELETE'])
      expect((await by.fetch(`/api/auth/provider/${path}`, { method })).status()).toBe(405);
  expect(await sessionsOf(her)).toBe(0);
});

test('she ends the tie, the provider opens nothing more, and her password lets it open her account again', async () => {
  const by = await openBrowser();
  await by.get(await away(by));
  const cookie = (await by.storageState()).cookies.find((each) => each.name.endsWith('session-token'));
  if (!cookie) throw new Error('no session');
  const page = await portal.read({ accountId: her.id, cookie, http: by });
  // she may have typed nothing today: what changes how she signs in asks for her password
  await page.goto('/admin/accounts/own/second-factor');
  await expect(page.getByLabel('Mật khẩu đang dùng').first()).toBeVisible();
  await page.goto('/admin/accounts/own');
  await page.getByRole('button', { name: 'Bỏ liên kết' }).click();
  await expect(page.getByText('Đã bỏ liên kết. Chị đăng nhập bằng mật khẩu.')).toBeVisible();
  const again = await openBrowser();
  expect(await refused(again, await away(again))).toMatch(/đã bỏ liên kết với Tài khoản Đồng Nai/);

  const reopen = async (password: string) => {
    await page.getByLabel('Mật khẩu đang dùng').first().fill(password);
    await page.getByRole('button', { name: 'Cho Tài khoản Đồng Nai mở lại tài khoản này' }).click();
  };
  await reopen('not the password');
  await expect(page.getByText('Mật khẩu đang dùng chưa đúng.')).toBeVisible();
  await reopen(PASSWORD);
  await expect(page.getByText('Đã mở lại.')).toBeVisible();
  expect(to(await again.get(await away(again)))).toBe('/admin');
});

test('an administrator sees the tie of an account, ends it, and every session that it opened is over', async () => {
  const by = await openBrowser();
  await by.get(await away(by));
  expect((await by.get('/admin')).status()).toBe(200);
  const [province] = (await portal.database.query(`SELECT id FROM unit WHERE level = 'province'`)).rows;
  const page = await portal.read(await portal.come('system_administrator', province));
  await page.goto(`/admin/accounts/${her.id}`);
  await page.getByRole('button', { name: 'Bỏ liên kết' }).click();
  await expect(page.getByText('Đã bỏ liên kết tài khoản này với nơi đăng nhập ngoài.')).toBeVisible();
  expect(to(await by.get('/admin'))).toMatch(/\/dang-nhap/);
});

test('a provider that dies while she is there is a sentence, and her password goes on working', async () => {
  const by = await openBrowser();
  const path = await away(by);
  there.close();
  expect(await refused(by, path)).toMatch(/^Tài khoản Đồng Nai chưa trả lời/);
  const page = await portal.read();
  await page.goto('/dang-nhap');
  await page.getByLabel('Thư điện tử hoặc số điện thoại').fill(her.email);
  await page.getByLabel('Mật khẩu').fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page).toHaveURL(/\/admin/);
});
