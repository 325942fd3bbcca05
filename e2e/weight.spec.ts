import { type CDPSession, expect, test } from '@playwright/test';

/** Slow 4G as browsers simulate it, on a phone with a quarter of this machine's speed. */
async function asOnACheapPhone(session: CDPSession) {
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: (1.6 * 1024 * 1024) / 8,
    uploadThroughput: (750 * 1024) / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

type Vitals = { lcp: number; cls: number; blocked: number };

test.use({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true });

test('a story on a cheap phone: read in a moment, light, still, and nothing fetched afterwards', async ({
  page,
  request,
}) => {
  const list = await (await request.get('/cau-chuyen')).text();
  const href = /href="(\/cau-chuyen\/[a-z0-9-]+)"/.exec(list)?.[1] ?? '';
  await request.get(href); // the first reader has it drawn; everybody after her gets that page

  const session = await page.context().newCDPSession(page);
  await asOnACheapPhone(session);
  const sizes: { type: string; bytes: number }[] = [];
  const types = new Map<string, string>();
  const asked: string[] = [];
  session.on('Network.requestWillBeSent', ({ request }) => asked.push(request.url));
  session.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    sizes.push({ type: types.get(requestId) ?? 'Other', bytes: encodedDataLength }),
  );

  await page.addInitScript(() => {
    const vitals: Vitals = { lcp: 0, cls: 0, blocked: 0 };
    (window as unknown as { vitals: Vitals }).vitals = vitals;
    new PerformanceObserver((entries) => {
      for (const entry of entries.getEntries()) vitals.lcp = entry.startTime;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((entries) => {
      for (const entry of entries.getEntries()) vitals.cls += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((entries) => {
      for (const entry of entries.getEntries()) vitals.blocked += Math.max(0, entry.duration - 50);
    }).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(href, { waitUntil: 'load' });
  // Letters are asked for where text is first laid out: on a busy machine only after the page says that it is loaded.
  await page.evaluate(async () => {
    document.body.getBoundingClientRect();
    await document.fonts.ready;
  });
  const shown = asked.length;
  await page.mouse.wheel(0, 3000);
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 2000 })));

  const vitals = await page.evaluate(() => (window as unknown as { vitals: Vitals }).vitals);
  const sum = (...of: string[]) =>
    sizes.filter(({ type }) => of.includes(type)).reduce((total, { bytes }) => total + bytes, 0);
  expect(vitals.lcp, 'largest contentful paint, ms').toBeGreaterThan(0);
  expect(vitals.lcp, 'largest contentful paint, ms').toBeLessThan(1500);
  expect(vitals.cls, 'cumulative layout shift').toBeLessThan(0.02);
  expect(vitals.blocked, 'total blocking time, ms').toBe(0);
  expect(sum('Document', 'Stylesheet', 'Script'), 'bytes of HTML, CSS and script').toBeLessThanOrEqual(30 * 1024);
  expect(sum('Font'), 'bytes of fonts').toBeLessThanOrEqual(110 * 1024);
  expect(asked.slice(shown), 'requests after the page was loaded').toEqual([]);
});

test('the enhancement script is at most 5 KB compressed, and pages are compressed once', async ({ request }) => {
  const script = await request.get('/portal.js', { headers: { 'accept-encoding': 'gzip' } });
  expect(Number(script.headers()['content-length'])).toBeLessThanOrEqual(5 * 1024);
  const page = await request.get('/gioi-thieu', { headers: { 'accept-encoding': 'gzip' } });
  expect(page.headers()['content-encoding']).toBe('gzip');
  const again = await request.get('/gioi-thieu', { headers: { 'if-none-match': page.headers().etag ?? '' } });
  expect(again.status()).toBe(304);
});
