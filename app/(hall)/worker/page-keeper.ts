import { CacheFirst, Serwist } from 'serwist';

/** The build is written in when a worker is made: another build is another worker, with files of its own. */
declare const PORTAL_BUILD: string;

type Waiting = Event & { waitUntil(work: Promise<unknown>): void };
type Worker = {
  addEventListener(type: 'install' | 'activate' | 'sync', listener: (event: Waiting & { tag?: string }) => void): void;
};

export type KeptPage = {
  page: string;
  /** its files lie under this name and the build's */
  kept: string;
  /** files that the page asks for later, and does not name */
  later?: RegExp;
  /** the app whose memory it sends from when the browser has found signal */
  app: string;
  sendWhatIsLeft: () => Promise<void>;
};

/**
 * Keeps one page and all its files, and opens it without a network. The page itself is the same for everybody. Sent to the sign-in page
 * instead, the browser tries again another time.
 */
export function keepPage({ page, kept, later, app, sendWhatIsLeft }: KeptPage): void {
  const worker = globalThis as unknown as Worker;
  const files = `${kept}${PORTAL_BUILD}`;
  const isFile = (path: string) => /^\/(_next\/static|fonts|attendance)\//.test(path) || later?.test(path) === true;
  const serwist = new Serwist({
    precacheEntries: [{ url: page, revision: PORTAL_BUILD }],
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
  worker.addEventListener('install', (event) => event.waitUntil(keepFiles(page, files)));
  worker.addEventListener('activate', (event) => event.waitUntil(forgetOldFiles(kept, files)));
  worker.addEventListener('sync', (event) => {
    if (event.tag === app) event.waitUntil(sendWhatIsLeft());
  });
}

/** All that the page names: its scripts and styles, and the fonts that the styles name. */
async function keepFiles(address: string, files: string): Promise<void> {
  const page = await fetch(address, { credentials: 'same-origin' });
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

async function forgetOldFiles(kept: string, files: string): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith(kept) && name !== files) await caches.delete(name);
}
