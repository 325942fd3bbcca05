import type { Page } from '@playwright/test';

/** One line of a badge and its paddings; two lines are half as high again. */
const ONE_LINE_PX = 36;

/** What stands oddly on the open page: badges and marks whose words broke, grounds wider than their words, lists of nothing. */
export const oddPartsOf = (page: Page): Promise<string[]> =>
  page.evaluate(async (oneLine) => {
    await document.fonts.ready;
    const shown = (selector: string) =>
      Array.from(document.querySelectorAll<HTMLElement>(selector)).filter((part) => part.getClientRects().length > 0);
    const broken = shown('.badge, .demo-mark').filter(({ offsetHeight }) => offsetHeight > oneLine);
    const stretched = shown('.demo-mark').filter((mark) => {
      const words = document.createRange();
      words.selectNodeContents(mark);
      return mark.offsetWidth - words.getBoundingClientRect().width > 24;
    });
    const empty = Array.from(document.querySelectorAll('main :is(ul, ol, dl, tbody):empty'));
    return [
      ...broken.map(({ textContent }) => `broken: ${textContent}`),
      ...stretched.map(({ textContent }) => `stretched: ${textContent}`),
      ...empty.map(({ outerHTML }) => `empty: ${outerHTML}`),
    ];
  }, ONE_LINE_PX);
