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
