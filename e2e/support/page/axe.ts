import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { markAlike } from './alike';

/** Half as long as what axe is by itself, with the same rules. A browser reads all of it before the first of them. */
const AXE = `${readFileSync('node_modules/axe-core/axe.min.js', 'utf8')};`;

/** What is found while one page's title has gone and the next one's has not come: asked again once it is there, so that none at all is still told. */
const UNTITLED = 'document-title: html';
const STANDARD = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };

type InPage = {
  configure: (asked: object) => void;
  run: (where: unknown, asked: object) => Promise<Pick<AxeResults, 'violations'>>;
};

/** In the page: axe looks at contrast where nothing is marked as alike, at everything else everywhere. */
function leaveOutAlike(): void {
  const { axe } = window as unknown as { axe: InPage };
  axe.configure({ rules: [{ id: 'color-contrast', selector: '*:not([data-alike])' }] });
}

/**
 * In the page itself: ours hold no other page, for which axe would have to come along. Sheets, which it would fetch
 * beforehand, are for rules that are no part of the standard.
 */
async function collect(runOnly: object): Promise<string[]> {
  const { axe } = window as unknown as { axe: InPage };
  const { violations } = await axe.run(document, { runOnly, resultTypes: ['violations'], preload: false });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`);
}

/**
 * The violations of the standard on the open page, and where. Contrast, most of the work, is looked at twice for each look in a
 * row, every other rule everywhere; all in one run.
 */
export async function violationsOf(page: Page): Promise<string[]> {
  await expect(page).toHaveTitle(/./); // where a link led without loading, the title comes a moment after the page
  expect(page.frames(), 'pages within the page').toHaveLength(1);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(`${AXE}(${leaveOutAlike})()`);
  await page.evaluate(markAlike);
  const found = await page.evaluate(collect, STANDARD);
  if (!found.includes(UNTITLED)) return found;
  await expect(page).toHaveTitle(/./);
  return page.evaluate(collect, STANDARD);
}
