import { expect, type Page } from '@playwright/test';
import type { Reader } from '../reader/reader';

/**
 * What readers see changes within a second (docs/decisions/0062): the page is opened anew until it says so. That it takes no
 * longer is tried where the clock is ours (server/still/drawing/redrawing.test.ts).
 */
export const soon = (reader: Page | Reader, seen: () => Promise<void>) =>
  expect(async () => {
    await reader.reload();
    await seen();
  }).toPass();

/** Milliseconds for one look at a page that may still be the one of before. */
export const ONE_LOOK = { timeout: 500 };
