import { expect, type Page } from '@playwright/test';
import { read } from '../../test/factories/write';
import { test } from '../support/test';

const STOPS_MAX = 600;
const AT_ONCE = 20;

/** `at`: how far down the page, in pixels; `seen`: it is no part of a heading that a phone hides. */
type Stop = { words: string; within: boolean; link: string; at: number; seen: boolean };
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
    const at = element.getBoundingClientRect().top + scrollY;
    const seen = (element.closest('thead')?.getBoundingClientRect().height ?? Number.POSITIVE_INFINITY) > 1;
    noted.stops.push({ words: words?.trim() ?? '', within, link: of('href') ?? '', at, seen });
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

test('on a phone the keyboard goes down her first page as it is read, and shows where it stands in tables whose headings are links', async ({
  signInAs,
}) => {
  const phone = { width: 360, height: 740 };
  const head = await signInAs('khupho5');
  await head.setViewportSize(phone);
  await head.goto('/admin');
  await expect(head.locator('.bone')).toHaveCount(0);
  const down = (await stopsOf(head)).slice(2);
  const upward = down.filter(({ at }, next) => at < (down[next - 1]?.at ?? 0) - phone.height / 4);
  expect(upward).toEqual([]);

  const province = await signInAs('province');
  await province.setViewportSize(phone);
  await province.goto('/admin/coverage');
  await expect(province.locator('.bone')).toHaveCount(0);
  const stops = await stopsOf(province);
  expect(stops.filter(({ link }) => link.includes('sort=')).length).toBeGreaterThan(2);
  expect(stops.filter(({ seen }) => !seen)).toEqual([]);
});
