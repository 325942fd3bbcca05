import { expect, test } from 'vitest';
import { draw, drawingPatience, type NextHandler } from './draw';

/** Seconds by docs/operations.md: for a connection, for it to come about, for a statement, and for one that hangs to be cut. */
const DATABASE_MS = 2_000 + 5_000 + 1_000;

test('a page waits longer than its database may take, however patient the portal is with it, and never without end', () => {
  for (const timesLonger of [1, 2, 3, 6, 20]) {
    expect(drawingPatience(timesLonger), `${timesLonger} times`).toBeGreaterThan(DATABASE_MS * timesLonger);
    expect(drawingPatience(timesLonger), `${timesLonger} times`).toBeLessThan(250_000);
  }
});

/** What reaches Next of a question, whatever the reader had. */
async function cookieOf(url: string): Promise<string | undefined> {
  let cookie: string | undefined;
  const next: NextHandler = async (request, response) => {
    cookie = request.headers.cookie;
    response.end('trang');
  };
  await draw(next, { url, headers: {}, patience: 1_000, once: 'ONCE' });
  return cookie;
}

test.each([
  '/vi',
  '/vi/news/lop-hoc-1.1',
  '/en/coverage?day=2026-08-31',
  '/vi/news/asked?q=a.png',
  '/vi/search/asked?q=/api/',
])('a page is drawn for once, so that Next makes nothing of it for scripts: %s', async (url) => {
  expect(await cookieOf(url)).toBe('__prerender_bypass=ONCE');
});

test.each([
  '/api/v1/articles',
  '/vi/feed.xml',
  '/vi/calendar.ics/long-hung',
  '/vi/share-card.png/wide/a?b=c',
  '/sitemap.xml',
])('what is no page is left to Next, which says whether it may be kept: %s', async (url) => {
  expect(await cookieOf(url)).toBeUndefined();
});
