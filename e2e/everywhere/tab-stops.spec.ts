import { expect, type Page } from '@playwright/test';
import { read } from '../../test/factories/write';
import { test } from '../support/test';

const STOPS_MAX = 600;
const AT_ONCE = 20;

type Stop = { words: string; within: boolean; link: string };
type Noted = { stops: Stop[]; round?: number };
const notedOn = (page: Page) => page.evaluate(() => (window as unknown as { noted: Noted }).noted);

/** In the page: notes every place where Tab stops, its words, and whether it stands within a picture. */
function noteStops() {
  const noted: Noted = { stops: [] };
  (window as unknown as { noted: Noted }).noted = noted;
  // behind the last one Tab leaves the page, before it comes to the first again
  addEventListener('focusout', ({ relatedTarget }) => {
    if (!relatedTarget) noted.round ??= noted.stops.length;
  });
  addEventListener('focusin', ({ target }) => {
    const element = target as HTMLElement;
    const labels = Array.from((element as HTMLInputElement).labels ?? []).map(({ textContent }) => textContent);
    const of = (name: string) => element.getAttribute(name);
    const described = of('aria-labelledby')
      ?.split(' ')
      .map((id) => document.getElementById(id)?.textContent);
    const words = [of('aria-label'), ...(described ?? []), ...labels, element.textContent, of('title')].find((said) =>
      said?.trim(),
    );
    const within = element.closest('[role=img], [aria-hidden=true]') !== null;
    noted.stops.push({ words: words?.trim() ?? '', within, link: of('href') ?? '' });
  });
}

/** Every place where Tab stops on a page, by keyboard, until it leaves it. */
async function stopsOf(page: Page): Promise<Stop[]> {
  await page.evaluate(noteStops);
  for (let pressed = 0; pressed < STOPS_MAX; pressed += AT_ONCE) {
    for (let time = 0; time < AT_ONCE; time++) await page.keyboard.press('Tab');
    const { stops, round } = await notedOn(page);
    if (round !== undefined) return stops.slice(0, round);
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
