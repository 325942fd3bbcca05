import { expect } from '@playwright/test';
import { violationsOf } from './support/axe';
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
/** Two tests, so that two browsers share the pages. */
const halves = [0, 1].map((half) => pages.filter((_, at) => at % 2 === half));

for (const [half, paths] of halves.entries()) {
  test(`the signed-in pages, half ${half + 1}, have no violation, no error and no sideways scrolling at 360 and 1440 px`, async ({
    signInAs,
  }) => {
    test.setTimeout(300_000);
    const page = await signInAs('province');
    const wrong: string[] = [];
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
    page.on('pageerror', (error) => wrong.push(error.message));
    for (const path of paths) {
      await page.setViewportSize({ width: 360, height: 900 });
      await page.goto(path);
      for (const width of [360, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        await expect(page.locator('h1')).toBeVisible();
        expect(await violationsOf(page), `${path} at ${width}`).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
      }
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
