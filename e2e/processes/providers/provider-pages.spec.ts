import { type Browser, expect, type Page, request } from '@playwright/test';
import { createAccountWithRole, type MadeAccount } from '../../../test/factories/accounts';
import { openIdentityProvider, type Person } from '../../../test/servers/providers/identity-provider';
import { violationsOf } from '../../support/page/axe';
import { expectRoomForLargeText } from '../../support/page/large-text';
import { oddPartsOf } from '../../support/page/odd-parts';
import { openQuietPortal, type QuietPortal } from '../../support/processes/quiet-portal';
import { test } from '../../support/test';

/** Decision 0073. */
const STATEMENTS_MAX = 8;
const people = new Map<string, Person>();
let there: Awaited<ReturnType<typeof openIdentityProvider>>;
let portal: QuietPortal;
let her: MadeAccount;
let turn = 0;

test.describe.configure({ mode: 'default', timeout: 240_000 });
test.beforeAll(async () => {
  test.setTimeout(600_000);
  there = await openIdentityProvider(people, () => (portal as QuietPortal | undefined)?.origin);
  portal = await openQuietPortal('portal_provider_pages', there.surroundings);
});
test.afterAll(async () => {
  await portal.close();
  there.close();
});
test.beforeEach(async () => {
  await portal.database.query('DELETE FROM throttle');
  her = await createAccountWithRole(portal.database, 'commune_official', [portal.places.commune]);
  people.set(`chi-${++turn}`, { email: her.email });
});

/** Signs in by the provider, step by step: what her browser holds then. */
async function come() {
  const by = await request.newContext({ baseURL: portal.origin, maxRedirects: 0 });
  const sent = await by.get('/api/auth/provider/start?language=vi');
  const back = await there.walk(sent.headers().location ?? '', `chi-${turn}`);
  expect((await by.get(back.replace(portal.origin, ''))).status()).toBe(303);
  return (await by.storageState()).cookies;
}

/** A browser that holds what she was given. */
async function pageOf(browser: Browser, cookies: { name: string; value: string }[]): Promise<Page> {
  const context = await browser.newContext({ baseURL: portal.origin });
  await context.addCookies(cookies.map(({ name, value }) => ({ name, value, url: portal.origin })));
  return context.newPage();
}

async function isWhole(page: Page, path: string) {
  await page.setViewportSize({ width: 360, height: 900 });
  expect((await page.goto(path))?.status(), path).toBe(200);
  expect(await oddPartsOf(page), path).toEqual([]);
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expect(page.locator('h1')).toBeVisible();
    expect(await violationsOf(page), `${path} at ${width}`).toEqual([]);
  }
  await expectRoomForLargeText(page, path);
}

const speak = ({ id }: { id: string }, locale: string) =>
  portal.database.query('UPDATE account SET locale = $2 WHERE id = $1', [id, locale]);
const begin = (days: number) =>
  portal.database.query(
    `INSERT INTO second_factor_start (began_at) VALUES (now() - $1 * interval '1 day')
      ON CONFLICT (id) DO UPDATE SET began_at = excluded.began_at`,
    [days],
  );
const setUp = (name: string) =>
  portal.database.query(
    `INSERT INTO second_factor (id, account_id, kind, label, secret, credential_id) VALUES (app.uuid7(), $1, 'passkey', $2, '\\x00', $3)`,
    [her.id, name, Buffer.from(her.id)],
  );

test('signing in, with whatever the page says of a provider, has no violation and room for letters twice as large, in both languages', async ({
  browser,
}) => {
  const page = await browser.newPage({ baseURL: portal.origin });
  for (const address of ['/dang-nhap', '/en/sign-in'])
    for (const question of ['', '?said=left', '?said=left-provider', '?error=provider-nobody-known']) {
      await isWhole(page, `${address}${question}`);
      await expect(page.getByText('Tài khoản Đồng Nai').first()).toBeVisible();
    }
});

test('her own account, and the page of an account that is tied, are as whole with a provider, and ask the database as little', async ({
  browser,
}) => {
  const page = await pageOf(browser, await come());
  const [province] = (await portal.database.query(`SELECT id FROM unit WHERE level = 'province'`)).rows;
  const administrator = await portal.come('system_administrator', province);
  const above = await pageOf(browser, [administrator.cookie]);
  for (const locale of ['vi', 'en']) {
    for (const each of [her, { id: administrator.accountId }]) await speak(each, locale);
    await isWhole(page, '/admin/accounts/own');
    for (const path of ['/admin/accounts', `/admin/accounts/${her.id}`]) await isWhole(above, path);
    await expect(above.locator('#provider').getByRole('button')).toBeVisible();
  }
  for (const path of ['/admin/accounts/own', '/admin/accounts', `/admin/accounts/${her.id}`])
    expect(portal.statements(path), path).toBeLessThanOrEqual(STATEMENTS_MAX);

  await page.locator('#provider').getByRole('button').click();
  await expect(page).toHaveURL(/said=untiedProvider/);
  for (const locale of ['vi', 'en']) {
    await speak(her, locale);
    await isWhole(page, '/admin/accounts/own');
    await isWhole(above, `/admin/accounts/${her.id}`);
  }
});

test('whoever leaves while she owes her second step reads that she is still signed in there, as after a whole sign-in', async ({
  browser,
}) => {
  const page = await pageOf(browser, await come());
  await begin(15);
  try {
    await page.goto('/admin');
    await page.waitForURL(/\/own\/second-factor/);
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await expect(page.getByText('Ở Tài khoản Đồng Nai chị vẫn còn đăng nhập.')).toBeVisible();
  } finally {
    await begin(0);
  }
  await setUp('Điện thoại');
  const other = await pageOf(browser, await come());
  for (const address of ['/dang-nhap/buoc-hai', '/en/sign-in/second-step']) await isWhole(other, address);
  await other.getByRole('button', { name: 'Sign in with another account' }).click();
  await expect(other.getByText('At Tài khoản Đồng Nai you are still signed in.')).toBeVisible();
  const open = 'SELECT FROM account_session WHERE account_id = $1 AND ended_at IS NULL';
  expect((await portal.database.query(open, [her.id])).rowCount).toBe(0);
});
