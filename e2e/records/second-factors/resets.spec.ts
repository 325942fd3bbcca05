import type { Browser, Page } from '@playwright/test';
import type pg from 'pg';
import { createAccountWithRole } from '../../../test/factories/accounts';
import { read } from '../../../test/factories/write';
import { violationsOf } from '../../support/page/axe';
import { expectRoomForLargeText } from '../../support/page/large-text';
import { oddPartsOf } from '../../support/page/odd-parts';
import { expect } from '../../support/reader/expect';
import { Reader } from '../../support/reader/reader';
import { choosePlaces, type Visitor, visit } from '../../support/stage/stage';
import { test } from '../../support/test';

const PASSWORD = 'bốn con vịt qua cầu';
const WHY = 'Đã gặp chị ấy ở trụ sở, điện thoại rơi xuống sông';
const ORIGIN = process.env.PORTAL_URL ?? 'http://127.0.0.1:3000';

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

type Loss = { database: pg.Client; readAs: () => Promise<Reader> };

/** Somebody whose second factor is lost, and how far her password leads her. */
async function whoLostIt({ database, readAs }: Loss) {
  const { commune } = await choosePlaces(database);
  const her = await createAccountWithRole(database, 'commune_official', [commune], { password: PASSWORD });
  await database.query(
    `INSERT INTO second_factor (id, account_id, kind, label, secret, credential_id)
      VALUES (app.uuid7(), $1, 'passkey', 'Điện thoại đã mất', '\\x00', $2)`,
    [her.id, Buffer.from(her.id)],
  );
  const signIn = async () => {
    const page = await readAs();
    await page.goto('/dang-nhap');
    await page.getByLabel('Thư điện tử hoặc số điện thoại').fill(her.email);
    await page.getByLabel('Mật khẩu').fill(PASSWORD);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    return page;
  };
  return { id: her.id, signIn };
}

async function open(browser: Browser, { cookie }: Visitor): Promise<Page> {
  const context = await browser.newContext({ baseURL: ORIGIN });
  await context.addCookies([{ ...cookie, url: ORIGIN }]);
  return context.newPage();
}

test('what she lost one official asks to reset and another agrees to, on pages that are whole in both languages; then her password lets her in', async ({
  database,
  browser,
  readAs,
}) => {
  test.setTimeout(240_000);
  const [province = { id: '' }] = await read<{ id: string }>(database, `SELECT id FROM unit WHERE level = 'province'`);
  const { id, signIn } = await whoLostIt({ database, readAs });
  await expect(await signIn()).toHaveURL(/\/dang-nhap\/buoc-hai/);

  const asker = await visit(database, 'province_official', province);
  const second = await visit(database, 'province_official', province);
  const page = await Reader.open(ORIGIN, asker);
  await page.goto(`/admin/accounts/${id}`);
  await page.getByLabel('Lý do', { exact: true }).first().fill(WHY);
  await page.getByRole('button', { name: 'Xin đặt lại' }).click();
  await expect(page).toHaveURL(/said=reset-asked/);
  await expect(await signIn()).toHaveURL(/\/dang-nhap\/buoc-hai/);

  const [hers, other] = [await open(browser, asker), await open(browser, second)];
  for (const locale of ['en', 'vi']) {
    const speakers = [asker.accountId, second.accountId];
    await database.query('UPDATE account SET locale = $1 WHERE id = ANY($2)', [locale, speakers]);
    for (const each of [hers, other]) await isWhole(each, '/admin/second-pairs');
    await isWhole(other, `/admin/accounts/${id}`);
  }
  // who asked reads that it waits, and is not asked to agree
  await page.goto('/admin/second-pairs');
  await expect(page.locator('#asked').getByText(WHY).first()).toBeVisible();
  await expect(page.locator('#waiting').getByText(WHY)).toHaveCount(0);
  await other.goto('/admin/second-pairs');
  const request = other.locator('#waiting li[id]').filter({ hasText: WHY });
  await request.getByRole('button', { name: 'Đồng ý, làm ngay' }).click();
  await other.waitForURL(/said=done/);

  await expect(await signIn()).toHaveURL(/\/admin$/);
  for (const each of [hers, other]) await each.context().close();
});
