import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { locales } from '../../i18n/locales';
import { violationsOf } from '../support/page/axe';
import { expectRoomForLargeText } from '../support/page/large-text';
import { samples } from '../support/page/pages';
import { gluedWords, jumpedHeadings } from '../support/page/reading';
import { expect } from '../support/reader/expect';
import { test } from '../support/test';

const WIDE = { width: 1280, height: 720 };
const PHONE = { width: 360, height: 740 };

/** Errors that nobody sees: in the console, refusals of the policy, requests to anywhere else. */
async function watch(page: Page) {
  const wrong: string[] = [];
  page.on('console', (message) => message.type() === 'error' && wrong.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => wrong.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (
      url.protocol.startsWith('http') &&
      url.origin !== new URL(page.url() === 'about:blank' ? request.url() : page.url()).origin
    )
      wrong.push(`foreign: ${request.url()}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  return wrong;
}

for (const { name, href, indexed, card = false } of samples) {
  test(`${name} is whole in both languages: status, language, twin, words apart, no violation, no error, nothing foreign, and fits a phone, also with letters twice as large`, async ({
    page,
  }) => {
    const wrong = await watch(page);
    for (const locale of locales) {
      await page.setViewportSize(WIDE);
      const response = await page.goto(href[locale]);
      expect(response?.status()).toBe(200);
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
      await expect(page.locator('h1')).toHaveCount(1);
      if (indexed) {
        for (const other of locales) {
          const link = page.locator(`link[rel="alternate"][hreflang="${other}"]`);
          expect(new URL((await link.getAttribute('href')) ?? '', page.url()).pathname).toBe(href[other].split('?')[0]);
        }
        await expect(page.locator('link[rel="canonical"]')).toHaveCount(1);
        const own = { vi: /\/the\/ngang\/.+\.png\?v=[0-9a-f]+$/, en: /\/en\/cards\/wide\/.+\.png\?v=[0-9a-f]+$/ };
        const image = page.locator('meta[property="og:image"]').first();
        await expect(image).toHaveAttribute('content', card ? own[locale] : /:\d+\/share\.png$/);
      }
      expect(await gluedWords(page), locale).toEqual([]);
      expect(await jumpedHeadings(page), locale).toEqual([]);
      expect(await violationsOf(page), locale).toEqual([]);
      await page.setViewportSize(PHONE);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), locale).toBeLessThanOrEqual(PHONE.width);
      await expectRoomForLargeText(page, href[locale]);
    }
    expect(wrong).toEqual([]);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a reader goes from the home page to a commune, to a training and to an answer', async ({ readAs }) => {
    const page = await readAs();
    await page.goto('/');
    await page.getByRole('navigation').getByRole('link', { name: 'Tỷ lệ bao phủ' }).first().click();
    await expect(page).toHaveURL(/\/do-phu$/);
    await page.goto('/xa-phuong/long-hung');
    await expect(page.getByRole('heading', { level: 1, name: 'Long Hưng' })).toBeVisible();
    await page.goto('/tim-kiem');
    await page.getByRole('searchbox', { name: 'Chị muốn tìm gì?' }).fill('trang dai');
    await page.getByRole('button', { name: 'Tìm' }).click();
    await expect(page).toHaveURL(/\/tim-kiem\?q=trang\+dai/);
    await expect(page.getByRole('link', { name: 'Phường Trảng Dài' })).toBeVisible();
    await page.goto('/tim-kiem?q=logn+hung');
    await page.getByRole('link', { name: 'Long Hưng', exact: true }).click();
    await expect(page).toHaveURL(/\/tim-kiem\?q=Long\+H/);
    await expect(page.getByRole('link', { name: 'Phường Long Hưng', exact: true })).toBeVisible();
  });

  test('a guide is sent on by its short address, which its card names to be typed', async ({ readAs }) => {
    const page = await readAs();
    for (const [list, one, card] of [
      ['/cam-nang', '/cam-nang/', 'In thành thẻ'],
      ['/en/guides', '/en/guides/', 'Print it as a card'],
    ] as const) {
      await page.goto(list);
      await page.locator(`main a[href^="${one}"]`).first().click();
      const guide = page.url();
      const [short = ''] = /(?:\/en)?\/b\/\d+(?=<)/.exec(await page.content()) ?? [];
      await page.getByRole('link', { name: new RegExp(card) }).click();
      await expect(page.getByText(short).first()).toBeVisible();
      await page.goto(short);
      await expect(page).toHaveURL(guide);
    }
  });

  test('nothing is offered that only a script can do', async ({ page }) => {
    await page.goto('/cau-chuyen');
    const story = (await page.locator('main a[href^="/cau-chuyen/"]').first().getAttribute('href')) ?? '';
    await page.goto('/tap-huan');
    const session = (await page.locator('main a[href^="/tap-huan/"]').first().getAttribute('href')) ?? '';
    for (const path of [story, session, '/do-phu', '/']) {
      await page.goto(path);
      // a button that belongs to no form does nothing by itself
      await expect(page.locator('button[type=button]').filter({ visible: true }), path).toHaveCount(0);
    }
  });

  test('a commune tells what is coming and whom to ask before its long lists, which open without a script', async ({
    readAs,
  }) => {
    const page = await readAs();
    await page.goto('/xa-phuong/long-hung');
    const headings = await page.getByRole('heading', { level: 2 }).allTextContents();
    const at = (words: RegExp) => headings.findIndex((heading) => words.test(heading));
    expect([at(/^Buổi học ở/), at(/^Hỏi ai/), at(/^Mô hình ở/), at(/^Từng chi hội/)]).toEqual([0, 1, 2, 3]);
    const rows = page.getByRole('table', { name: /chi hội/i }).getByRole('row');
    await expect(rows).toHaveCount(9);
    await page.getByText(/^Xem cả \d+ chi hội$/).click();
    const shown = Number(/\d+/.exec((await page.getByText(/^Xem cả \d+ chi hội$/).textContent()) ?? '')?.[0]);
    // two tables, each with a row of headings
    await expect(rows).toHaveCount(shown + 2);
  });

  test('the figures of all communes stand in a table, open without a script, and can be taken along with their mark', async ({
    request,
    readAs,
  }) => {
    const page = await readAs();
    await page.goto('/do-phu?level=group&on=2026-03-31');
    const rows = page.getByRole('table', { name: /xã, phường|Bảng số liệu/ }).getByRole('row');
    // each with its head, and one for all that report
    await expect(rows).toHaveCount(1 + 1 + 8);
    await page.getByText('Xem cả 95 xã, phường').click();
    await expect(rows).toHaveCount(95 + 2 + 1);
    const all = await page.getByRole('row', { name: 'Những nơi đã báo cáo' }).locator('td').allTextContents();
    await expect(page.locator('main')).toContainText(`${all[1]} trong ${all[0]} tổ`);
    // in words, for who sees neither arrows nor colours; of who is silent nothing is counted, and nothing moved
    await expect(page.getByRole('columnheader', { name: 'So với cuối tháng 2/2026' }).first()).toBeVisible();
    const changes = await rows.locator('td:last-child').allTextContents();
    expect(changes.map((words) => words.replace(/[\d,]+/, '#'))).toContain('Tăng # điểm');
    const silent = rows.filter({ hasText: 'Chưa báo cáo' });
    const none = ['–', '–', '–', '–', '–', 'Chưa báo cáo', 'Chưa báo cáo'];
    expect(await silent.count()).toBeGreaterThan(0);
    for (const row of await silent.all()) expect(await row.locator('td').allTextContents()).toEqual(none);
    const href = await page.getByRole('link', { name: 'Tải bảng (CSV)' }).getAttribute('href');
    const sheet = await request.get(href ?? '');
    expect(sheet.headers()['content-type']).toBe('text/csv; charset=utf-8');
    const lines = (await sheet.text()).trim().split(/\r?\n/);
    const said = ['Tổ. Tính đến 31/03/2026', 'Dữ liệu minh họa', 'tổ được tính khi, vào ngày', 'Giấy phép CC BY'];
    for (const [at, words] of said.entries()) expect(lines[at]).toContain(words);
    expect(lines).toHaveLength(95 + 5 + 1);
    expect(lines[4]).toMatch(/;So với cuối tháng 2\/2026$/);
    expect(lines.filter((line) => line.endsWith(';;;;;;Chưa báo cáo;Chưa báo cáo'))).toHaveLength(await silent.count());
    expect(lines.at(-1)).toContain(`Những nơi đã báo cáo;${all[0]?.replace('.', '')};${all[1]?.replace('.', '')};`);
    for (const path of [
      '/ty-le-bao-phu.csv?on=1999-01-01',
      '/ty-le-bao-phu.csv?on=x',
      '/ty-le-bao-phu.csv?on=2099-01-01',
      '/en/coverage.csv?level=commune',
    ])
      expect((await request.get(path)).status(), path).toBe(404);
  });

  test('the language switch leads to the very same page', async ({ readAs }) => {
    const page = await readAs();
    await page.goto('/xa-phuong/trang-dai');
    await page.getByRole('link', { name: 'English' }).first().click();
    await expect(page).toHaveURL(/\/en\/communes\/trang-dai$/);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });
});

test('what does not exist is told so with status 404, in the language of the address', async ({ readAs }) => {
  const page = await readAs();
  for (const [path, words] of [
    ['/khong-co-trang-nay', 'vi'],
    ['/xa-phuong/khong-co', 'vi'],
    ['/en/stories/nothing-here', 'en'],
    ['/en/nowhere', 'en'],
  ] as const) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(404);
    await expect(page.locator('html')).toHaveAttribute('lang', words);
    await expect(page.getByRole('searchbox')).toBeVisible();
  }
});

test('public pages carry no script but the first words and the one enhancement, and say a strict policy', async ({
  request,
}) => {
  for (const { href } of samples) {
    const response = await request.get(href.vi);
    const scripts = [...(await response.text()).matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)].filter(
      ([, attributes]) => !attributes?.includes('ld+json'),
    );
    const [[, , words = ''] = [], [, enhancement = '', inside] = []] = scripts;
    expect([scripts.length, inside], href.vi).toEqual([2, '']);
    expect(enhancement).toMatch(/src="\/portal\.[\da-f]{12}\.js" defer/);
    expect(words.length).toBeLessThan(360);
    const hash = createHash('sha256').update(words).digest('base64');
    expect(response.headers()['content-security-policy']).toContain(`script-src 'self' 'sha256-${hash}';`);
    expect(response.headers()['content-security-policy']).not.toMatch(/unsafe|nonce/);
  }
});

test('machines find the map of the site, the feeds, the calendar and the health of the process', async ({
  request,
}) => {
  const map = await (await request.get('/sitemap.xml')).text();
  expect(map).toContain('/xa-phuong/long-hung');
  expect(map).toContain('hreflang="en"');
  expect(await (await request.get('/robots.txt')).text()).toContain('Sitemap:');
  expect(await (await request.get('/feed.xml')).text()).toContain('<rss');
  // of a commune and of a topic: as its page and the narrowed list name them, fewer than all, and asked again by their tag
  for (const page of ['/xa-phuong/long-hung', '/en/news?topic=vneid']) {
    const link = /<link rel="alternate" type="application\/rss\+xml"[^>]*href="([^"]+)"/;
    const [, href = ''] = (await (await request.get(page)).text()).match(link) ?? [];
    const { pathname, search } = new URL(href.replaceAll('&amp;', '&'));
    expect(search, page).toMatch(/^\?(commune=long-hung|topic=vneid)$/);
    const own = await request.get(pathname + search);
    const countOf = (text: string) => text.split('<item>').length;
    expect(countOf(await own.text())).toBeLessThan(countOf(await (await request.get(pathname)).text()));
    const headers = { 'if-none-match': own.headers().etag ?? '' };
    expect((await request.get(pathname + search, { headers })).status()).toBe(304);
  }
  // what others hang on it changes nothing
  const [plain, hung] = await Promise.all(
    ['/feed.xml?topic=vneid', '/feed.xml?utm_source=x&topic=vneid'].map((path) => request.get(path)),
  );
  expect([hung?.status(), await hung?.text()]).toEqual([200, await plain?.text()]);
  for (const nothing of ['/feed.xml?commune=khong-co', '/feed.xml?topic=khong-co'])
    expect((await request.get(nothing)).status(), nothing).toBe(404);
  expect(await (await request.get('/en/feed.xml')).text()).toContain('<rss');
  expect(await (await request.get('/lich.ics')).text()).toContain('BEGIN:VCALENDAR');
  const calendar = await (await request.get('/lich.ics')).text();
  const ofLongHung = await (await request.get('/lich.ics?commune=26380')).text();
  expect(ofLongHung).toContain('Long Hưng');
  expect(ofLongHung.split('BEGIN:VEVENT').length).toBeLessThan(calendar.split('BEGIN:VEVENT').length);
  expect((await request.get('/manifest.webmanifest')).ok()).toBe(true);
  for (const path of ['/healthz', '/readyz']) expect((await request.get(path)).status(), path).toBe(200);
});
