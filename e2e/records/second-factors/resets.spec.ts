import type { Browser, Page } from '@playwright/test';
import type pg from 'pg';
import { createAccountWithRole } from '../../../test/factories/accounts';
import { type Made, newId, read, unique, write } from '../../../test/factories/write';
import { violationsOf } from '../../support/page/axe';
import { actionOf, builtActions, formsOf, type SentForm } from '../../support/page/forms';
import { expectRoomForLargeText } from '../../support/page/large-text';
import { oddPartsOf } from '../../support/page/odd-parts';
import { expect } from '../../support/reader/expect';
import { Reader } from '../../support/reader/reader';
import { openSession } from '../../support/stage/session';
import { choosePlaces, dayFromNow, type Visitor, visit } from '../../support/stage/stage';
import { test } from '../../support/test';

test.describe.configure({ timeout: 240_000 });

const PASSWORD = 'bốn con vịt qua cầu';
const WHY = `Đã gặp chị ấy ở trụ sở, điện thoại rơi xuống sông ${unique()}`;
const ORIGIN = process.env.PORTAL_URL ?? 'http://127.0.0.1:3000';
const SECONDS = '/admin/second-pairs';

/** Somebody whose phone is lost, with all that it opened: a factor, a code on paper, a device that goes unasked, an open session. */
async function whoLostIt(database: pg.Client) {
  const { commune } = await choosePlaces(database);
  const her = await createAccountWithRole(database, 'commune_official', [commune], { password: PASSWORD });
  const account_id = her.id;
  const hash = (of: string) => `\\x${of.replaceAll('-', '').repeat(2)}`;
  await write(database, [
    [
      'second_factor',
      { id: newId(), account_id, kind: 'passkey', label: 'Điện thoại', secret: '\\x00', credential_id: hash(newId()) },
    ],
    ['recovery_code', { account_id, code_hash: hash(newId()) }],
    ['remembered_device', { id: newId(), account_id, token_hash: hash(newId()), expires_at: dayFromNow(20) }],
  ]);
  const cookie = await openSession(database, her.id);
  await database.query('UPDATE account_session SET second_factor_at = now() WHERE account_id = $1', [her.id]);
  return { ...her, cookie };
}
type Her = Awaited<ReturnType<typeof whoLostIt>>;

/** Where her name and password lead. */
async function signIn({ email }: Her): Promise<string> {
  const page = await Reader.open(ORIGIN);
  await page.goto('/dang-nhap');
  await page.getByLabel('Thư điện tử hoặc số điện thoại').fill(email);
  await page.getByLabel('Mật khẩu').fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.close();
  return new URL(page.url()).pathname;
}

/** How many factors, codes, remembered devices and open sessions she has. */
async function leftOf(database: pg.Client, { id }: Her): Promise<number[]> {
  const counts = ['second_factor', 'recovery_code', 'remembered_device'].map(
    (table) => `(SELECT count(*)::int FROM ${table} WHERE account_id = '${id}')`,
  );
  const open = `(SELECT count(*)::int FROM account_session WHERE account_id = '${id}' AND ended_at IS NULL AND second_factor_at IS NOT NULL)`;
  const [told] = await read<{ left: number[] }>(database, `SELECT ARRAY[${[...counts, open].join(', ')}] AS left`);
  return told?.left ?? [];
}
const ALL = [1, 1, 1, 1];
const NOTHING = [0, 0, 0, 0];

/** Asks on the page of an account that stands open. */
async function sendAsked(page: Reader): Promise<void> {
  const reset = page.locator('form').filter({ has: page.getByRole('button', { name: 'Xin đặt lại' }) });
  await reset.getByLabel('Lý do', { exact: true }).fill(WHY);
  await reset.getByRole('button', { name: 'Xin đặt lại' }).click();
}

async function askReset(page: Reader, { id }: Her): Promise<void> {
  await page.goto(`/admin/accounts/${id}`);
  await sendAsked(page);
}

/** What waits for this reader, or what she asked for, of this reason. */
const requests = (page: Reader, where: 'waiting' | 'asked') =>
  page.locator(`#${where} li[id]`).filter({ hasText: WHY });

/** The form by which this visitor agrees to what was asked for her. */
async function formOfAgreeing(database: pg.Client, second: Visitor, her: Her): Promise<SentForm> {
  const [asked] = await read<Made>(
    database,
    `SELECT id FROM second_pair WHERE payload->>'accountId' = '${her.id}' AND answer IS NULL`,
  );
  const actions = builtActions();
  const form = (await formsOf(second, [SECONDS])).find(
    (each) => each.fields.requestId === asked?.id && actionOf(each, actions)?.name === 'agreeAsSecond',
  );
  if (!form) throw new Error('nothing waits for her');
  return form;
}

const officials = async (database: pg.Client) => {
  const [province] = await read<Made>(database, `SELECT id FROM unit WHERE level = 'province'`);
  const come = () => visit(database, 'province_official', province ?? { id: '' });
  return { asker: await come(), second: await come() };
};

test('what she lost one official asks to reset, who cannot agree herself; asked twice it is said, taken back and refused it is as it was', async ({
  database,
}) => {
  const her = await whoLostIt(database);
  const { asker, second } = await officials(database);
  const [page, other] = [await Reader.open(ORIGIN, asker), await Reader.open(ORIGIN, second)];
  await other.goto(`/admin/accounts/${her.id}`);
  await askReset(page, her);
  await expect(page).toHaveURL(/said=reset-asked/);
  await expect(page.getByRole('button', { name: 'Xin đặt lại' })).toHaveCount(0);
  await sendAsked(other);
  await expect(other.getByText(/xin đặt lại .* Chờ đến/)).toBeVisible();
  await expect(other.getByRole('link', { name: 'Trả lời ở trang Việc cần hai người' })).toBeVisible();

  await page.goto(SECONDS);
  await expect(requests(page, 'asked')).toHaveCount(1);
  await expect(page.locator('#waiting').getByText(WHY)).toHaveCount(0);
  // by the form that stands before the second
  const { address, fields } = await formOfAgreeing(database, second, her);
  const alone = await asker.http.post(address, { multipart: fields });
  expect(await alone.text()).toContain('Người đồng ý phải khác người xin');
  expect(await leftOf(database, her)).toEqual(ALL);
  expect(await signIn(her)).toBe('/dang-nhap/buoc-hai');

  const back = requests(page, 'asked');
  await back.locator('summary').filter({ hasText: 'Rút lại' }).click();
  await back.getByLabel('Lý do', { exact: true }).fill('Chị ấy tìm thấy rồi');
  await back.getByRole('button', { name: 'Rút lại' }).click();
  await expect(page).toHaveURL(/said=taken-back/);
  // who had the page open before learns that it is over
  const late = await second.http.post(address, { multipart: fields });
  expect(late.headers().location).toContain('said=request-over');

  await askReset(page, her);
  await other.goto(SECONDS);
  const asked = requests(other, 'waiting');
  await asked.locator('summary').filter({ hasText: 'Từ chối' }).click();
  await asked.getByLabel('Lý do', { exact: true }).fill('Chưa gặp chị ấy');
  await asked.getByRole('button', { name: 'Từ chối' }).click();
  await expect(other).toHaveURL(/said=refused/);
  expect(await leftOf(database, her)).toEqual(ALL);
  for (const each of [page, other]) await each.close();
});

test('once a second agrees, factors, codes, devices and sessions are gone, and her password lets her in; a neighbour sees and agrees to nothing of it', async ({
  database,
}) => {
  const her = await whoLostIt(database);
  const { asker, second } = await officials(database);
  const { next } = await choosePlaces(database);
  const neighbour = await visit(database, 'commune_official', next);
  const signedIn = await Reader.open(ORIGIN, her);
  expect((await signedIn.goto('/admin')).status()).toBe(200);
  await expect(signedIn).toHaveURL(/\/admin$/);
  const [page, other] = [await Reader.open(ORIGIN, asker), await Reader.open(ORIGIN, second)];
  await askReset(page, her);

  const { address, fields } = await formOfAgreeing(database, second, her);
  const foreign = await neighbour.http.post(address, { multipart: fields });
  expect(await foreign.text()).toContain('Không tìm thấy việc này');
  expect((await neighbour.http.get(`/admin/accounts/${her.id}`)).status()).toBe(404);
  expect(await (await neighbour.http.get(SECONDS)).text()).not.toContain(WHY);
  expect(await leftOf(database, her)).toEqual(ALL);

  await other.goto(SECONDS);
  await requests(other, 'waiting').getByRole('button', { name: 'Đồng ý, làm ngay' }).click();
  await expect(other).toHaveURL(/said=done/);
  expect(await leftOf(database, her)).toEqual(NOTHING);
  await signedIn.goto('/admin');
  await expect(signedIn).toHaveURL(/\/dang-nhap/);
  expect(await signIn(her)).toBe('/admin');
  const mails = await read<{ what: string }>(
    database,
    `SELECT facts->>'what' AS what FROM outbox_message WHERE account_id = '${her.id}' AND about = 'second-factor'`,
  );
  expect(mails).toEqual([{ what: 'factors-reset' }]);
  for (const each of [signedIn, page, other]) await each.close();
});

async function open(browser: Browser, { cookie }: Visitor): Promise<Page> {
  const context = await browser.newContext({ baseURL: ORIGIN });
  await context.addCookies([{ ...cookie, url: ORIGIN }]);
  return context.newPage();
}

/** Everything that can be opened stands open. */
const unfold = (page: Page) =>
  page.locator('main').evaluate((main) => {
    for (const fold of main.querySelectorAll('details')) fold.open = true;
  });

async function isWhole(page: Page, path: string): Promise<void> {
  await page.setViewportSize({ width: 360, height: 900 });
  await page.goto(path);
  await unfold(page);
  expect(await oddPartsOf(page), path).toEqual([]);
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await violationsOf(page), `${path} at ${width}`).toEqual([]);
  }
  await expectRoomForLargeText(page, path);
}

test('the pages of both are whole in both languages, narrow, wide and with letters twice as large', async ({
  database,
  browser,
}) => {
  const her = await whoLostIt(database);
  const { asker, second } = await officials(database);
  const page = await Reader.open(ORIGIN, asker);
  await askReset(page, her);
  await page.close();
  const [hers, other] = [await open(browser, asker), await open(browser, second)];
  for (const locale of ['en', 'vi']) {
    await database.query('UPDATE account SET locale = $1 WHERE id = ANY($2)', [
      locale,
      [asker.accountId, second.accountId],
    ]);
    for (const each of [hers, other]) await isWhole(each, SECONDS);
    await isWhole(other, `/admin/accounts/${her.id}`);
  }
  for (const each of [hers, other]) await each.context().close();
});
