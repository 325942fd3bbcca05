import { expect } from '@playwright/test';
import { locales } from '../i18n/locales';
import { samples } from './support/pages';
import { gluedWords, jumpedHeadings } from './support/reading';
import { test } from './support/test';

test('read without styles no word runs into the next one, and no heading jumps over a level, on any public page', async ({
  page,
}) => {
  await page.goto('/tap-huan');
  const session = await page.locator('h3 a[href^="/tap-huan/"]').first().getAttribute('href');
  await page.goto('/cau-chuyen');
  const story = await page.locator('a[href^="/cau-chuyen/"]').first().getAttribute('href');
  const addresses = samples.flatMap(({ href }) => locales.map((locale) => href[locale]));
  for (const path of [...addresses, session, story, '/bao-khi-co-lop']) {
    await page.goto(String(path));
    expect(await gluedWords(page), String(path)).toEqual([]);
    expect(await jumpedHeadings(page), String(path)).toEqual([]);
  }
});

test('no choice is offered without a word for it', async ({ page }) => {
  for (const path of ['/bao-khi-co-lop', '/en/tell-me', '/', '/tap-huan']) {
    await page.goto(path);
    expect(
      await page.locator('option').evaluateAll((all) => all.filter(({ textContent }) => !textContent?.trim())),
    ).toEqual([]);
  }
});

test('the map is passed by one key, and then comes what stands behind it', async ({ page }) => {
  for (const path of ['/', '/do-phu']) {
    await page.goto(path);
    const past = page.getByRole('link', { name: 'Qua khỏi bản đồ' });
    await past.focus();
    await expect(past).toBeInViewport();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const inMap = await page.evaluate(() => document.activeElement?.closest('svg') !== null);
    expect(inMap, path).toBe(false);
    expect(await past.evaluate((link) => link.compareDocumentPosition(document.activeElement as Node) & 4)).toBe(4);
  }
});
