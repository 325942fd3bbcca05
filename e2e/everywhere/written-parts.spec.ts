import { expect, type Page } from '@playwright/test';
import { test } from '../support/test';

/** The script of the page is there. */
const atWork = (page: Page) => expect(page.locator('html.opens-calendars')).toBeAttached();
const words = (page: Page) => page.locator('main').textContent();
const LACKING = 'a[href$="lacks=recognition"]';

/** Opens all that her commune has. */
async function openMatrix(page: Page): Promise<void> {
  await page.goto('/admin');
  const narrowed = await page.locator('main a[href^="/admin/coverage/"]').first().getAttribute('href');
  await page.goto(narrowed?.split('?')[0] ?? '');
  await atWork(page);
}

test.describe('what the server has written out of a page at work', () => {
  test('changes with the page, leaves what she ticked and unfolded, and is as it was when she goes back', async ({
    signInAs,
  }) => {
    const page = await signInAs('longhung');
    await openMatrix(page);
    const whole = await words(page);
    expect(await page.locator('[data-part]').count()).toBeGreaterThan(5);
    await page.locator(LACKING).click();
    await expect(page).toHaveURL(/lacks=recognition$/);
    const row = page.locator('table.matrix tbody').filter({ has: page.locator('summary') });
    const name = (await row.first().getByRole('rowheader').getByRole('link').first().textContent()) ?? '';
    expect(await words(page)).not.toBe(whole);
    await page.goBack();
    await expect.poll(() => words(page)).toBe(whole);

    const hers = row.filter({ has: page.getByRole('link', { name, exact: true }) });
    await hers.getByRole('checkbox').first().check();
    await hers.locator('summary').click();
    await page.locator(LACKING).click();
    await expect(page).toHaveURL(/lacks=recognition$/);
    await expect(hers.getByRole('checkbox').first()).toBeChecked();
    await expect(hers.locator('details')).toHaveAttribute('open');
    await page.goBack();
    await expect(page).not.toHaveURL(/lacks/);
    await expect(hers.getByRole('checkbox').first()).toBeChecked();
    await expect(page.locator('table.matrix input:checked')).toHaveCount(1);
  });

  test('leaves what she chose of a field and has not sent', async ({ signInAs }) => {
    const page = await signInAs('editor');
    await page.goto('/admin/articles');
    await atWork(page);
    const field = page.locator('[data-part] select').first();
    const before = await field.inputValue();
    await field.selectOption({ index: 1 });
    const chosen = await field.inputValue();
    expect(chosen).not.toBe(before);
    await page.locator('main a[href*="kind=story"]').first().click();
    await expect(page).toHaveURL(/kind=story/);
    await expect(page.locator('main a[href*="kind=story"][aria-current]').first()).toBeAttached();
    await expect(field).toHaveValue(chosen);
  });

  test('is there again once she comes back from another page', async ({ signInAs }) => {
    const page = await signInAs('longhung');
    await openMatrix(page);
    const whole = await words(page);
    await page.locator('nav a[href="/admin/units"]').first().click();
    await expect(page).toHaveURL(/\/admin\/units$/);
    await page.goBack();
    await expect(page).toHaveURL(/\/admin\/coverage\//);
    await expect.poll(() => words(page)).toBe(whole);
  });

  test('is all there where the browser had to draw the page again, since something had changed it before', async ({
    signInAs,
  }) => {
    const page = await signInAs('longhung');
    await openMatrix(page);
    const [whole, forms] = [await words(page), await page.locator('main form').count()];
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        const form = document.querySelector('main form:has(input[name=communeId])');
        if (!form) return;
        observer.disconnect();
        form.remove();
        Object.assign(window, { isChanged: true });
      }).observe(document, { childList: true, subtree: true });
    });
    await page.reload();
    await atWork(page);
    expect(await page.evaluate(() => 'isChanged' in window)).toBe(true);
    await expect(page.locator('main form')).toHaveCount(forms);
    expect(await words(page)).toBe(whole);
  });
});
