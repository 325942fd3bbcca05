import { expect, type Page } from '@playwright/test';
import { locales } from '../i18n/locales';
import { hrefTo } from '../i18n/routes';
import { samples } from './support/pages';
import { test } from './support/test';

/** How far a page reaches beyond its window, and words on the leaves of the calendar that are broken within. */
const spilled = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const broken = Array.from(document.querySelectorAll('.calendar-leaf > span')).flatMap((line) =>
      (line.textContent ?? '').split(' ').filter((word, at, all) => {
        const text = line.firstChild;
        if (!text || line.getClientRects().length === 0) return false;
        const range = document.createRange();
        const from = all.slice(0, at).join(' ').length + (at > 0 ? 1 : 0);
        range.setStart(text, from);
        range.setEnd(text, from + word.length);
        // the first letter has a box of its own, on the same line
        const tops = Array.from(range.getClientRects()).map(({ top }) => top);
        return Math.max(...tops) - Math.min(...tops) > range.getBoundingClientRect().height / 3;
      }),
    );
    return { beyond: Math.max(0, scrollWidth - clientWidth), broken };
  });
const WHOLE = { beyond: 0, broken: [] };

/** Letters twice as large: by the settings of the browser, which the page's own limits follow, or by their size alone. */
async function enlarge(page: Page, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(path);
  await isWhole(page, path);
  await session.send('Page.setFontSizes', { fontSizes: { standard: 16, fixed: 13 } });
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await isWhole(page, `${path}, letters alone`);
  await session.detach();
}

/** At every width; charts measure themselves anew, which takes them a moment. */
async function isWhole(page: Page, what: string): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 740 });
    await expect.poll(() => spilled(page), `${what} at ${width} px`).toEqual(WHOLE);
  }
}

for (const locale of locales) {
  test(`with letters twice as large every public page scrolls in one direction only, at 360 and 1280 px: ${locale}`, async ({
    page,
  }) => {
    test.setTimeout(300_000);
    const linked: string[] = [];
    for (const [list, part] of [
      [hrefTo(locale, 'trainings'), hrefTo(locale, 'session', { slug: 'x' }).slice(0, -1)],
      [hrefTo(locale, 'stories'), hrefTo(locale, 'story', { slug: 'x' }).slice(0, -1)],
      [hrefTo(locale, 'news'), hrefTo(locale, 'newsArticle', { slug: 'x' }).slice(0, -1)],
    ]) {
      await page.goto(list ?? '');
      linked.push((await page.locator(`main a[href^="${part}"]`).first().getAttribute('href')) ?? '');
    }
    const [session] = linked;
    const slug = session?.split('/').at(-1) ?? '';
    const others = [
      ...linked,
      hrefTo(locale, 'poster', { slug }),
      hrefTo(locale, 'topicWait'),
      hrefTo(locale, 'commune', { slug: 'trang-dai' }),
      ...['day', 'week'].map((view) => hrefTo(locale, 'trainings', {}, { view })),
      `${hrefTo(locale, 'home')}/no-such-page`.replace('//', '/'),
    ];
    for (const path of [...samples.map(({ href }) => href[locale]), ...others]) await enlarge(page, path);
  });
}

const signedIn = [
  ...[
    '',
    '/coverage',
    '/units',
    '/people',
    '/people/new',
    '/digital-models',
    '/digital-models/new?kind=digital_family',
  ],
  ...[
    '/criteria',
    '/pairs',
    '/pairs/new',
    '/pairs/chains',
    '/trainings',
    '/trainings?view=month',
    '/trainings?view=week',
  ],
  ...[
    '/trainings/new',
    '/courses',
    '/venues',
    '/messages',
    '/attendance',
    '/certificates',
    '/articles',
    '/articles/new',
  ],
  ...['/imports', '/accounts', '/audit', '/jobs'],
].map((path) => `/admin${path}`);

/** Two tests, so that two browsers share the pages. */
for (const half of [0, 1]) {
  test(`with letters twice as large the signed-in pages scroll in one direction only, at 360 and 1280 px: half ${half + 1}`, async ({
    signInAs,
  }) => {
    test.setTimeout(300_000);
    const page = await signInAs('province');
    await page.goto('/admin/people');
    const record = (await page.locator('main tbody a').first().getAttribute('href')) ?? '';
    const all = [...signedIn, ...['', '/consents', '/consents/sheet'].map((part) => `${record}${part}`)];
    for (const path of all.filter((_, at) => at % 2 === half)) await enlarge(page, path);
  });
}
