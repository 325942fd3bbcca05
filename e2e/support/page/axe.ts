import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Half as long as what axe brings by itself, with the same rules. A browser reads all of it before the first of them. */
const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const NOTHING_MORE = ';';
/** Style sheets, which axe would fetch beforehand, are only for rules that are no part of the standard. */
const preload = { assets: ['media'] };

/**
 * The violations of the standard on the open page, and where. Collected in the page itself: ours hold no other page,
 * for which axe would have to come along.
 */
export async function violationsOf(page: Page): Promise<string[]> {
  await expect(page).toHaveTitle(/./); // where a link led without loading, the title comes a moment after the page
  expect(page.frames(), 'pages within the page').toHaveLength(1);
  const isThere = await page.evaluate(() => 'axe' in window);
  const { violations } = await new AxeBuilder({ page, axeSource: isThere ? NOTHING_MORE : AXE })
    .options({ runOnly: { type: 'tag', values: STANDARD }, resultTypes: ['violations'], preload })
    .setLegacyMode()
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`);
}
