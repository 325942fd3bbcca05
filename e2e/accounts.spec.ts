import { expect } from '@playwright/test';
import { test } from './support/test';

test('a change of language changes the whole page at once: its words, its title and what it tells a screen reader', async ({
  signInAs,
}) => {
  const page = await signInAs('viewer');
  const html = page.locator('html');
  const rail = page.getByRole('navigation').first();
  await page.goto('/admin/coverage');
  await expect(html).toHaveAttribute('lang', 'vi');

  await page.getByRole('button', { name: 'English' }).click();
  await expect(page).toHaveTitle('Coverage');
  await expect(html).toHaveAttribute('lang', 'en');
  await expect(rail).toContainText('Coverage');

  await page.getByRole('button', { name: 'Tiếng Việt' }).click();
  await expect(page).toHaveTitle('Tỷ lệ bao phủ');
  await expect(html).toHaveAttribute('lang', 'vi');
  await expect(rail).toContainText('Tỷ lệ bao phủ');
  expect(new URL(page.url()).pathname).toBe('/admin/coverage');
});

test('without JavaScript an invitation is made: what is wrong is said and kept, then its link is shown once', async ({
  signInAs,
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  await context.addCookies(await (await signInAs('province')).context().cookies(baseURL));
  const page = await context.newPage();
  await page.goto('/admin/accounts/new');
  const contact = page.getByLabel('Thư điện tử hoặc số điện thoại');
  await contact.fill('không phải thư');
  await page.getByLabel('Vai trò').selectOption({ label: 'Cán bộ Hội xã, phường' });
  await page.getByLabel('Đơn vị').fill('phường Long Hưng');
  const send = page.getByRole('button', { name: 'Tạo lời mời' });
  await send.click();
  await expect(page.getByRole('alert')).toContainText('Chị gõ địa chỉ thư điện tử');
  await expect(contact).toHaveValue('không phải thư');
  await expect(page.getByLabel('Vai trò')).toHaveValue('commune_official');
  const link = page.getByLabel('Đường dẫn lời mời');
  await expect(link).toHaveCount(0);

  await page.getByRole('radio', { name: /^Long Hưng · phường/ }).check();
  await contact.fill(`khong-js${Date.now()}@demo.invalid`);
  await send.click();
  await expect(page.getByRole('status').filter({ hasText: 'Lời mời đã sẵn sàng' })).toBeVisible();
  const address = await link.inputValue();
  expect((await page.goto('/admin/accounts/new'))?.status()).toBe(200);
  await expect(link).toHaveCount(0);
  expect((await page.goto(address))?.status()).toBe(200);
  await expect(page.getByLabel('Đặt mật khẩu')).toBeVisible();
  await context.close();
});
