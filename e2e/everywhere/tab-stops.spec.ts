import { expect, type Page } from '@playwright/test';
import { read } from '../../test/factories/write';
import { test } from '../support/test';

const STOPS_MAX = 600;

/** Every place where Tab stops on a page, by keyboard: its words, and whether it stands within a picture. */
async function stopsOf(page: Page) {
  const stops: { words: string; within: boolean; link: string }[] = [];
  for (let at = 0; at < STOPS_MAX; at++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const labels = Array.from((element as HTMLInputElement).labels ?? []).map(({ textContent }) => textContent);
      const of = (name: string) => element.getAttribute(name);
      const described = of('aria-labelledby')
        ?.split(' ')
        .map((id) => document.getElementById(id)?.textContent);
      const words = [of('aria-label'), ...(described ?? []), ...labels, element.textContent, of('title')].find((said) =>
        said?.trim(),
      );
      return {
        words: words?.trim() ?? '',
        within: element.closest('[role=img], [aria-hidden=true]') !== null,
        link: element.getAttribute('href') ?? '',
      };
    });
    if (!stop) return stops;
    stops.push(stop);
  }
  throw new Error(`More than ${STOPS_MAX} stops.`);
}

/** No stop without a name, none within a picture; before a map's first tile stands the way past it. */
async function expectNamed(page: Page, path: string, tiles: RegExp | null) {
  await page.goto(path);
  await expect(page.locator('.bone')).toHaveCount(0);
  const stops = await stopsOf(page);
  expect(stops.length, path).toBeGreaterThan(3);
  expect(
    stops.filter(({ words, within }) => words === '' || within),
    path,
  ).toEqual([]);
  const first = tiles ? stops.findIndex(({ link }) => tiles.test(link)) : -1;
  if (tiles) expect(stops[first - 1]?.words, `${path}: before the first tile`).toMatch(/bản đồ/);
}

test('every stop of the keyboard on the public pages with maps and charts has a name, and each map a way past it', async ({
  page,
}) => {
  for (const path of ['/', '/do-phu', '/tap-huan?view=map'])
    await expectNamed(page, path, path.startsWith('/tap') ? /view=map.*commune=|commune=.*view=map/ : /^\/xa-phuong\//);
  await expectNamed(page, '/xa-phuong/long-hung', null);
});

test('every stop of the keyboard on the signed-in pages with charts has a name, and none lies within a chart', async ({
  database,
  signInAs,
}) => {
  test.setTimeout(180_000);
  const [commune] = await read<{ id: string }>(database, `SELECT id FROM unit WHERE code = '26380'`);
  const page = await signInAs('province');
  await page.setViewportSize({ width: 1440, height: 900 });
  await expectNamed(page, '/admin/coverage', /^\/admin\/coverage\?.*place=/);
  for (const path of ['/admin', `/admin/coverage/${commune?.id}`, '/admin/pairs/chains', '/admin/trainings/reach'])
    await expectNamed(page, path, null);
});

test('every stop of the keyboard on the coverage of her own commune has a name, and none lies within a chart', async ({
  signInAs,
}) => {
  const page = await signInAs('longhung');
  for (const path of ['/admin', '/admin/coverage']) await expectNamed(page, path, null);
});
