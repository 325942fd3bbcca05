import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What of the standard the open page violates, and where. Nothing but violations is collected, and in the page itself: our
 * pages hold no page of another site, for which axe would open one more beside.
 */
export async function violationsOf(page: Page): Promise<string[]> {
  await expect(page).toHaveTitle(/./); // where a link led without loading, the title comes a moment after the page
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: { type: 'tag', values: STANDARD }, resultTypes: ['violations'] })
    .setLegacyMode()
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`);
}
