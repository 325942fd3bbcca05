import { expect, type Page } from '@playwright/test';
import { test } from '../support/test';

/** Leaves a sign in the page that is gone once the whole page was loaded again. */
const marked = (page: Page) => page.evaluate(() => Object.assign(window, { isStillHere: true }));
const isStillHere = (page: Page) => page.evaluate(() => 'isStillHere' in window);
const atWork = (page: Page) => expect(page.locator('html.opens-calendars')).toBeAttached();
const reports = (page: Page) => page.getByRole('link', { name: 'Báo cáo', exact: true });

test.describe('a link of the signed-in area', () => {
  test('changes what differs on a plain click and by the key, back and forth, and the page stays', async ({
    signInAs,
  }) => {
    const page = await signInAs('longhung');
    await page.goto('/admin/indicators');
    await atWork(page);
    await marked(page);
    await reports(page).click();
    await expect(page).toHaveURL(/\/admin\/reports$/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Báo cáo');
    await page.getByRole('table').getByRole('link').first().focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/admin\/reports\/.+/);
    await page.goBack();
    await expect(page).toHaveURL(/\/admin\/reports$/);
    expect(await isStillHere(page)).toBe(true);
  });

  test('opens beside the page where she holds a key', async ({ signInAs }) => {
    const page = await signInAs('longhung');
    await page.goto('/admin/indicators');
    await atWork(page);
    await marked(page);
    const beside = page.context().waitForEvent('page');
    await reports(page).click({ modifiers: ['ControlOrMeta'] });
    await expect(await beside).toHaveURL(/\/admin\/reports$/);
    await expect(page).toHaveURL(/\/admin\/indicators$/);
    expect(await isStillHere(page)).toBe(true);
  });

  test('leads on without a script', async ({ readAs }) => {
    const reader = await readAs('longhung');
    await reader.goto('/admin/indicators');
    await reader.getByRole('link', { name: 'Báo cáo', exact: true }).click();
    await expect.poll(() => new URL(reader.url()).pathname).toBe('/admin/reports');
  });
});
