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
async function enlarge(page: Page, path: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 740 });
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  await page.goto(path);
  await expect.poll(() => spilled(page), `${path} at ${width} px`).toEqual(WHOLE);
  await session.send('Page.setFontSizes', { fontSizes: { standard: 16, fixed: 13 } });
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  // charts measure themselves anew
  await expect.poll(() => spilled(page), `${path} at ${width} px, letters alone`).toEqual(WHOLE);
  await session.detach();
}

const sizes = [360, 1280];

for (const locale of locales) {
  for (const width of sizes) {
    test(`with letters twice as large every public page scrolls in one direction only: ${locale}, ${width} px`, async ({
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
      for (const path of [...samples.map(({ href }) => href[locale]), ...others]) await enlarge(page, path, width);
    });
  }
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

for (const width of sizes) {
  test(`with letters twice as large the signed-in pages scroll in one direction only at ${width} px`, async ({
    signInAs,
  }) => {
    test.setTimeout(300_000);
    const page = await signInAs('province');
    for (const path of signedIn) await enlarge(page, path, width);
    await page.goto('/admin/people');
    const record = (await page.locator('main tbody a').first().getAttribute('href')) ?? '';
    for (const part of ['', '/consents', '/consents/sheet']) await enlarge(page, `${record}${part}`, width);
  });
}
