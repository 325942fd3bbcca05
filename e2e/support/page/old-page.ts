import type { Page } from 'puppeteer-core';

/** The errors on a page from now on. */
export function wrongOn(page: Page): string[] {
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  return wrong;
}

/** How a page stands there, as the eye would judge it. */
export type Standing = {
  letters: string[];
  logoWidth: number;
  blackShapes: number;
  width: number;
  /** lines whose parts touch although the styles ask for a gap between them */
  touching: string[];
};

export async function standingOf(page: Page): Promise<Standing> {
  await page.evaluate(async () => void (await document.fonts.ready));
  return page.evaluate(() => {
    const letters = [document.querySelector('h1'), document.body].map(
      (element) => (element && getComputedStyle(element).fontFamily.split(',')[0]) ?? '',
    );
    const logo = document.querySelector('header svg, aside svg, h1 + p, h1');
    const shapes = Array.from(document.querySelectorAll('svg polygon, svg use'));
    const touching: string[] = [];
    for (const line of Array.from(document.querySelectorAll('body *'))) {
      const { display, flexDirection, columnGap } = getComputedStyle(line);
      const gap = Number.parseFloat(columnGap);
      if (!/flex$/.test(display) || flexDirection !== 'row' || !(gap > 0)) continue;
      const boxes = Array.from(line.children)
        .filter((part) => !/absolute|fixed/.test(getComputedStyle(part).position))
        .map((part) => part.getBoundingClientRect())
        .filter(({ width, height }) => width > 0 && height > 0);
      boxes.slice(1).forEach((box, at) => {
        const before = boxes[at];
        if (before && box.left >= before.right - 1 && box.left - before.right < gap - 1) touching.push(line.className);
      });
    }
    return {
      letters,
      logoWidth: logo?.tagName === 'svg' ? logo.getBoundingClientRect().width : 0,
      blackShapes: shapes.filter((shape) => getComputedStyle(shape).fill === 'rgb(0, 0, 0)').length,
      width: document.documentElement.scrollWidth,
      touching,
    };
  });
}
