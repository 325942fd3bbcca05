import { type BrowserContext, chromium, type Page } from '@playwright/test';
import sharp from 'sharp';
import { proxiesHere } from '../../scripts/tests/proxies.mjs';
import { createCourse, createSession } from '../../test/factories/trainings';
import { unique } from '../../test/factories/write';
import { startOverHttps } from '../support/processes/over-https';
import { databaseAddress } from '../support/processes/processes';
import { expectStrongSuites } from '../support/processes/suites';
import { expect } from '../support/reader/expect';
import { choosePlaces } from '../support/stage/stage';
import { newPhone } from '../support/stage/trainings';
import { password, test } from '../support/test';

/** Signs in through the form; what says who she is then travels over https alone, and no script reads it. */
async function signIn(page: Page, context: BrowserContext) {
  await page.goto('/dang-nhap?callbackUrl=%2Fadmin%2Fattendance');
  const name = page.getByLabel('Thư điện tử hoặc số điện thoại');
  await name.fill('longhung@demo.invalid');
  await page.getByLabel('Mật khẩu').fill('sai mật khẩu của chị');
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(name).toHaveValue('longhung@demo.invalid');
  expect(await namesIn(context)).toContain('__Host-sign-in-name');
  await page.getByLabel('Mật khẩu').fill(password());
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.waitForURL(/\/admin\/attendance/);
  // what was kept for a minute is gone
  expect(await namesIn(context)).toEqual([
    ...['callback-url', 'csrf-token', 'session-token'].map((each) => `__Host-next-auth.${each}`),
    '__Host-sign-in-device',
  ]);
}

/** The cookies of a browser, which travel by https alone and which no script reads. */
async function namesIn(context: BrowserContext): Promise<string[]> {
  const cookies = await context.cookies();
  for (const { name, secure, httpOnly } of cookies) expect([secure, httpOnly], name).toEqual([true, true]);
  return cookies.map(({ name }) => name).sort();
}

/** The hall is kept by its worker: it opens where there is no signal. */
async function openHallWithout(page: Page, context: BrowserContext) {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await context.setOffline(false);
}

async function addPicture(page: Page) {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const buffer = await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#888', noise } })
    .jpeg({ quality: 90 })
    .toBuffer();
  await page.goto('/admin/pictures/new');
  await expect(page.locator('.file-input.in-words')).toBeVisible();
  await page.locator('input[type=file]').setInputFiles({ name: 'lop.jpg', mimeType: 'image/jpeg', buffer });
  await page.locator('[name="unitId"]').fill('Long Hưng');
  await page.getByRole('option').first().click();
  await page.getByLabel('Trong ảnh có gì').fill('Hai chị cùng xem một điện thoại');
  await page.getByRole('button', { name: 'Đưa vào kho' }).click();
  await expect(page).toHaveURL(/\/admin\/pictures\/[0-9a-f-]{36}\?said=added/, { timeout: 60_000 });
  // its bytes lie in the folder of this process: the portal under test would look for them in its own, each minute
  await page.getByRole('button', { name: 'Bỏ ảnh này' }).click();
  await expect(page).toHaveURL(/said=removed/);
}

async function signUp(page: Page, slug: string) {
  await page.goto(`/tap-huan/${slug}`);
  await page.getByLabel('Tên của chị', { exact: true }).fill('Nguyễn Thị Tám');
  await page.getByLabel('Số điện thoại', { exact: true }).fill(newPhone());
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: /^(Giữ chỗ|Vào danh sách chờ)$/ }).click();
  await expect(page).toHaveURL(new RegExp(`/tap-huan/${slug}/giu-cho\\?said=received$`));
}

/** A browser that takes a certificate nobody vouches for, for its workers as well. */
const openBrowser = (launch: { args?: string[] }) =>
  chromium.launch({ ...launch, args: [...(launch.args ?? []), '--ignore-certificate-errors'] });

// where a machine has none, `npm test` says so
for (const proxy of proxiesHere()) {
  test(`behind ${proxy} over https one signs in and up, opens the hall without signal and sends a picture`, async ({
    database,
    launchOptions,
  }) => {
    const { subAssociation } = await choosePlaces(database);
    const course = await createCourse(database, { title: `Buổi ${unique()}` });
    const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
    const times = { startsAt: `${day}T08:00:00+07:00`, endsAt: `${day}T10:00:00+07:00` };
    const session = await createSession(database, { course, unit: subAssociation, seats: 10, ...times });
    const [{ slug }] = (await database.query(`SELECT slug FROM session WHERE id = $1`, [session.id])).rows;
    const portal = await startOverHttps(proxy, { DATABASE_URL: databaseAddress(), DATABASE_PATIENCE: '6' });
    const browser = await openBrowser(launchOptions);
    try {
      const context = await browser.newContext({ baseURL: portal.origin, locale: 'vi-VN' });
      const page = await context.newPage();
      await expectStrongSuites(Number(new URL(portal.origin).port), proxy);
      const answer = await page.goto('/');
      expect(answer?.headers()['strict-transport-security']).toMatch(/max-age=\d{7,}/);
      await signUp(page, slug);
      await signIn(page, context);
      await openHallWithout(page, context);
      await addPicture(page);
    } finally {
      await browser.close();
      await portal.stop();
    }
  });
}
