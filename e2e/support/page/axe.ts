import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { markAlike } from './alike';

/** Half as long as what axe is by itself, with the same rules. A browser reads all of it before the first of them. */
const AXE = `${readFileSync('node_modules/axe-core/axe.min.js', 'utf8')};`;

const STANDARD = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };
const CONTRAST = 'color-contrast';

type Asked = { runOnly: object; rules?: object };
type InPage = { run: (where: unknown, asked: object) => Promise<Pick<AxeResults, 'violations'>> };

/**
 * Collects in the page itself: ours hold no other page, for which axe would have to come along. Sheets, which it would fetch
 * beforehand, are for rules that are no part of the standard.
 */
const collect = (page: Page, asked: Asked, leftOut = ''): Promise<string[]> =>
  page.evaluate(
    async ([options, exclude]) => {
      const { axe } = window as unknown as { axe: InPage };
      const where = exclude ? { exclude: [exclude] } : document;
      const { violations } = await axe.run(where, { ...options, resultTypes: ['violations'], preload: false });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`);
    },
    [asked, leftOut] as const,
  );

/**
 * The violations of the standard on the open page, and where. Contrast, three quarters of the work on a long list, is looked at
 * twice for each look in a row; every other rule everywhere.
 */
export async function violationsOf(page: Page): Promise<string[]> {
  await expect(page).toHaveTitle(/./); // where a link led without loading, the title comes a moment after the page
  expect(page.frames(), 'pages within the page').toHaveLength(1);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  if ((await page.evaluate(markAlike)) === 0) return collect(page, { runOnly: STANDARD });
  const others = { [CONTRAST]: { enabled: false } };
  return [
    ...(await collect(page, { runOnly: STANDARD, rules: others })),
    ...(await collect(page, { runOnly: { type: 'rule', values: [CONTRAST] } }, '[data-alike]')),
  ];
}
