import { expect, type Page } from '@playwright/test';
import { samples } from './support/pages';
import { test } from './support/test';

/** How far a page reaches beyond its window, and words on the leaves of the calendar that are broken within. */
const spilled = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const broken = Array.from(document.querySelectorAll('.calendar-leaf > span')).flatMap((line) =>
      (line.textContent ?? '').split(' ').filter((word, at, all) => {
        const text = line.firstChild;
        if (!text || line.getClientRects().length === 0) return false;
        const range = document.createRange();
        const from = all.slice(0, at).join(' ').length + (at > 0 ? 1 : 0);
        range.setStart(text, from);
        range.setEnd(text, from + word.length);
        // the first letter has a box of its own, on the same line
        const tops = Array.from(range.getClientRects()).map(({ top }) => top);
        return Math.max(...tops) - Math.min(...tops) > range.getBoundingClientRect().height / 3;
      }),
    );
    return { beyond: scrollWidth - clientWidth, broken };
  });
const WHOLE = { beyond: 0, broken: [] };

/** Letters twice as large, as by the settings of the browser. */
async function enlarge(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
}

test('with letters twice as large pages of words, lists and forms scroll in one direction only on a phone', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/tap-huan');
  const session = await page.locator('h3 a[href^="/tap-huan/"]').first().getAttribute('href');
  await enlarge(page);
  const plain = samples.filter(({ name }) => !/coverage|commune|month/.test(name));
  for (const path of [...plain.map(({ href }) => href.vi), session, '/bao-khi-co-lop']) {
    await page.goto(String(path));
    expect(await spilled(page), String(path)).toEqual(WHOLE);
  }
});

test('with letters twice as large the pages of an official fit her screen, also where only the letters grow', async ({
  signInAs,
}) => {
  const page = await signInAs('longhung');
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const path of ['/admin', '/admin/people', '/admin/trainings/new']) {
    await page.goto(path);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    expect(await spilled(page), path).toEqual(WHOLE);
  }
});
