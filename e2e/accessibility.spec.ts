import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { test } from './support/test';

const pages = [
  '/admin',
  '/admin/digital-models',
  '/admin/digital-models/new?kind=digital_family',
  '/admin/digital-models/practices',
  '/admin/digital-models/hints',
  '/admin/criteria',
  '/admin/criteria/digital_womens_club',
  '/admin/people',
  '/admin/people/new',
  '/admin/people/duplicates',
  '/admin/pairs',
  '/admin/pairs/new',
  '/admin/pairs/quiet',
  '/admin/pairs/chains',
  '/admin/trainings',
  '/admin/trainings?view=month',
  '/admin/trainings?view=week',
  '/admin/trainings/calendars',
  '/admin/trainings/new',
  '/admin/trainings/topic-waits',
  '/admin/messages',
  '/admin/messages?list=mail',
  '/admin/attendance',
  '/admin/trainings/reach',
  '/admin/certificates',
  '/admin/certificates/qualifications',
  '/admin/trainings/calls',
  '/admin/trainings/calls/new',
  '/admin/trainings/series/new',
  '/admin/courses',
  '/admin/courses/new',
  '/admin/venues',
  '/admin/venues/new',
  '/admin/articles',
  '/admin/articles/new',
  '/admin/coverage',
  '/admin/accounts',
  '/admin/accounts/new',
  '/admin/audit',
];
const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

for (const width of [360, 1440]) {
  test(`the signed-in pages have no violation, no error and no sideways scrolling at ${width} px`, async ({
    signInAs,
  }) => {
    test.setTimeout(180_000);
    const page = await signInAs('province');
    const wrong: string[] = [];
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
    page.on('pageerror', (error) => wrong.push(error.message));
    await page.setViewportSize({ width, height: 900 });
    for (const path of pages) {
      await page.goto(path);
      await expect(page.locator('h1')).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).withTags(standard).analyze();
      const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`);
      expect(told, path).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
    }
    expect(wrong).toEqual([]);
  });
}

test('a form is filled in and sent by keyboard alone, and a mistake takes the focus to its summary', async ({
  signInAs,
}) => {
  const page = await signInAs('longhung');
  await page.goto('/admin/digital-models/new?kind=digital_womens_club');
  await page.getByLabel('Tên mô hình').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('x');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').first()).toBeFocused();
});
