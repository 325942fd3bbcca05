import { expect, type Page } from '@playwright/test';

/**
 * How far a page reaches beyond its window, words on the leaves of the calendar that are broken within or wider than their leaf, and how much
 * larger a heading is than that of the page.
 */
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
        const apart = Math.max(...tops) - Math.min(...tops);
        const { width, height } = range.getBoundingClientRect();
        return apart > height / 3 || width > line.clientWidth;
      }),
    );
    // what its rail holds stands within it
    const rail = document.querySelector('body.admin header > div');
    const railBeyond = rail ? rail.scrollWidth - rail.clientWidth : 0;
    const [title = 0, ...parts] = ['h1', 'h2', 'h3'].map((level) => {
      const sizes = Array.from(document.querySelectorAll(level))
        .filter((heading) => heading.getClientRects().length > 0 && !heading.classList.contains('sr-only'))
        .map((heading) => Number.parseFloat(getComputedStyle(heading).fontSize));
      return Math.max(0, ...sizes);
    });
    return {
      beyond: Math.max(0, scrollWidth - clientWidth, railBeyond),
      broken,
      outsized: title && Math.max(0, ...parts.map((part) => part - title)),
    };
  });
const WHOLE = { beyond: 0, broken: [], outsized: 0 };

/**
 * The open page with letters twice as large scrolls in one direction only: by the settings of the browser, which the page's own
 * limits follow, and by their size alone.
 */
export async function expectRoomForLargeText(page: Page, what: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  await isWhole(page, what);
  await session.send('Page.setFontSizes', { fontSizes: { standard: 16, fixed: 13 } });
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await isWhole(page, `${what}, letters alone`);
  await session.detach();
}

/** At every width; charts measure themselves anew, which takes them a moment. */
async function isWhole(page: Page, what: string): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 740 });
    await expect.poll(() => spilled(page), `${what} at ${width} px`).toEqual(WHOLE);
  }
}
