import type { Page } from '@playwright/test';
import { expect } from '../reader/expect';

/** Rows of the memory in which this browser keeps texts. */
export const rowsOf = (page: Page, table: 'holder' | 'queue') =>
  page.evaluate(
    (name) =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('articles');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const asked = opening.result.transaction(name).objectStore(name).getAllKeys();
          asked.onsuccess = () => {
            opening.result.close();
            resolve(asked.result.map(String));
          };
        };
      }),
    table,
  );

export const kept = async (page: Page) => (await rowsOf(page, 'queue')).join();

/** Comes back when the device has all that was written since: it keeps while somebody writes, and once more when she pauses. */
export async function untilKept(page: Page, before: string) {
  let last = before;
  const isStill = async () => {
    const [earlier, now] = [last, await kept(page)];
    last = now;
    return now !== before && now === earlier;
  };
  await expect.poll(isStill, { intervals: [1_500] }).toBe(true);
}

/** The tab is gone from one moment to the next, nothing in it is asked. */
export async function kill(page: Page) {
  const gone = page.waitForEvent('crash');
  void page.goto('chrome://crash').catch(() => null);
  await gone;
  await page.close();
}
