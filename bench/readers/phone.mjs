import { chromium, devices } from '@playwright/test';
import { installedBrowser } from '../../scripts/tests/browser.mjs';

/** @import { Browser, CDPSession } from '@playwright/test' */

const { defaultBrowserType, ...PHONE } = devices['Moto G4'] ?? {};
/** Of the speed of this machine. */
const SLOWER = 4;
/** The browser fetches the icon of a tab by itself, whenever it likes: it is no part of the page. */
const TAB_ICON = '/icon.svg';

/** A browser as a cheap phone has it, for as long as it is needed. */
export async function withPhone(/** @type {(browser: Browser) => Promise<void>} */ work) {
  const executablePath = installedBrowser();
  const found = executablePath ? { executablePath } : {};
  const browser = await chromium.launch({ args: ['--no-sandbox', '--disable-gpu'], ...found });
  try {
    await work(browser);
  } finally {
    await browser.close();
  }
}

/** In the page: notes its largest paint, what moved, and how long its thread was not free. */
function noteVitals() {
  const vitals = { paint: 0, moved: 0, blocked: 0 };
  Object.assign(window, { vitals });
  const observe = (/** @type {string} */ type, /** @type {(entry: any) => void} */ note) =>
    new PerformanceObserver((entries) => entries.getEntries().forEach(note)).observe({ type, buffered: true });
  observe('largest-contentful-paint', (entry) => {
    vitals.paint = entry.startTime;
  });
  observe('layout-shift', (entry) => {
    vitals.moved += entry.value;
  });
  observe('longtask', (entry) => {
    vitals.blocked += Math.max(0, entry.duration - 50);
  });
}

/**
 * What a page asked for: bytes over the wire and requests, by type.
 * @param {CDPSession} session
 */
function countLoads(session) {
  /** @type {Map<string, { type: string, bytes: number }>} */
  const loads = new Map();
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (!response.url.endsWith(TAB_ICON)) loads.set(requestId, { type, bytes: 0 });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const load = loads.get(requestId);
    if (load) load.bytes = encodedDataLength;
  });
  return (/** @type {string[]} */ ...types) => {
    const wanted = [...loads.values()].filter(({ type }) => types.length === 0 || types.includes(type));
    return { requests: wanted.length, bytes: wanted.reduce((sum, { bytes }) => sum + bytes, 0) };
  };
}

/**
 * Opens a page as a first reader does, with nothing kept, to its end.
 * @param {Browser} browser
 * @param {string} href
 */
export async function readOnce(browser, href) {
  const context = await browser.newContext({ ...PHONE, locale: 'vi-VN' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const loads = countLoads(session);
  await page.addInitScript(noteVitals);
  const answer = await page.goto(href, { waitUntil: 'load' });
  if (!answer?.ok()) throw new Error(`${href} was answered ${answer?.status()}.`);
  // letters are asked for where text is first laid out, which may be after the page says that it is loaded
  await page.evaluate(async () => {
    document.body.getBoundingClientRect();
    await document.fonts.ready;
    await new Promise((done) => requestIdleCallback(done, { timeout: 2_000 }));
  });
  /** @type {{ paint: number, moved: number, blocked: number }} */
  const vitals = await page.evaluate('vitals');
  await context.close();
  return { ...vitals, loads };
}
