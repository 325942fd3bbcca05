import { CacheFirst, Serwist } from 'serwist';
import { portal, sendUnseen } from '@/domain/attendance/phone/phone-courier';
import { openStore } from '@/domain/attendance/phone/phone-store';
import { tellTabs } from '@/domain/attendance/phone/phone-tabs';

/** The build is written in when the worker is made: another build is another worker, with files of its own. */
declare const PORTAL_BUILD: string;

type Waiting = Event & { waitUntil(work: Promise<unknown>): void };
type Worker = {
  addEventListener(type: 'install' | 'activate' | 'sync', listener: (event: Waiting & { tag?: string }) => void): void;
};
const worker = globalThis as unknown as Worker;

const PAGE = '/admin/attendance';
const READER = '/admin/attendance/reader';
const KEPT = 'hall-files-';
const files = `${KEPT}${PORTAL_BUILD}`;
const isFile = (path: string) => /^\/(_next\/static|fonts|attendance)\//.test(path) || path === READER;

/** The page itself is the same for everybody. Sent to the sign-in page instead, the browser tries again another time. */
const serwist = new Serwist({
  precacheEntries: [{ url: PAGE, revision: PORTAL_BUILD }],
  precacheOptions: {
    cleanupOutdatedCaches: true,
    ignoreURLParametersMatching: [/.*/],
    directoryIndex: '',
    cleanURLs: false,
    plugins: [{ cacheWillUpdate: async ({ response }) => (response.ok && !response.redirected ? response : null) }],
  },
  clientsClaim: true,
  runtimeCaching: [
    {
      matcher: ({ url, sameOrigin }) => sameOrigin && isFile(url.pathname),
      handler: new CacheFirst({ cacheName: files }),
    },
  ],
});
serwist.addEventListeners();

worker.addEventListener('install', (event) => event.waitUntil(keepFiles()));
worker.addEventListener('activate', (event) => event.waitUntil(forgetOldFiles()));
worker.addEventListener('sync', (event) => {
  if (event.tag === 'attendance') event.waitUntil(sendWhatIsLeft());
});

async function sendWhatIsLeft(): Promise<void> {
  const store = await openStore();
  await sendUnseen(store, portal).finally(() => store.close());
  tellTabs();
}

/** All that the page names: its scripts and styles, and the fonts that the styles name. */
async function keepFiles(): Promise<void> {
  const page = await fetch(PAGE, { credentials: 'same-origin' });
  if (!page.ok || page.redirected) throw new Error('not signed in');
  const named = namesIn(await page.text(), /\/_next\/static\/[^"'\\\s)]+/g);
  const kept = await caches.open(files);
  await kept.addAll(named);
  for (const style of named.filter((name) => /\.css(\?|$)/.test(name))) {
    const text = (await (await kept.match(style))?.text()) ?? '';
    await kept.addAll(namesIn(text, /\/fonts\/[^"')\s]+/g));
  }
}

const namesIn = (text: string, pattern: RegExp) => [...new Set(text.match(pattern) ?? [])];

async function forgetOldFiles(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith(KEPT) && name !== files) await caches.delete(name);
}
