import { createServer, get, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import pino from 'pino';
import type { Drawing } from '@/server/drawers/drawing';
import { LIMITS } from '@/server/entrance/entrance';
import { openWays } from '@/server/entrance/ways';
import { PublicFiles } from '@/server/front/files';
import { Front, type FrontOptions } from '@/server/front/front';
import { answerLive } from '@/server/front/live';
import { FastDoor } from '@/server/front/ready/fast-door';
import { ReadyAnswers } from '@/server/front/ready/ready-answers';
import { listen, setPatience } from '@/server/listen';
import { JunkLimit, MISSES } from '@/server/refusals/junk';
import { openRefusedLog } from '@/server/refusals/refused-log';
import { draw, type NextHandler, portalHeaders } from '@/server/still/drawing/draw';
import CacheHandler from '@/server/still/next/cache-handler';
import { NextValues } from '@/server/still/next/next-values';
import { shared } from '@/server/still/shared';
import { openStillPages } from '@/server/still/still-pages';

/** A page of the stand-in: as Next sends it, scripts and all. */
export const htmlOf = (words: string) =>
  `<!DOCTYPE html><html><head><script src="/_next/a.js" async=""></script></head><body><h1>${words}</h1>` +
  '<script type="application/ld+json">{"a":1}</script><script>self.__next_f.push(1)</script></body></html>';

/** A page as Next answers one that it would keep: with its tags told to the cache handler. */
export async function answerPage(response: ServerResponse, words: string, tags = 'articles', kind = 'APP_PAGE') {
  await new CacheHandler().set('key', { kind, headers: { 'x-next-cache-tags': tags } }, {});
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader('Link', '</_next/a.js>; rel=preload; as="script"');
  response.setHeader('x-nextjs-cache', 'MISS');
  response.end(htmlOf(words));
}

export type Asked = { method: string; url: string; headers: IncomingMessage['headers']; body: string };

type Setting = Partial<
  Pick<
    FrontOptions,
    'mode' | 'trustProxy' | 'loopback' | 'limits' | 'readiness' | 'ways' | 'files' | 'reads' | 'leaving'
  >
> & {
  portal?: string;
  database?: string;
  /** milliseconds after which a head that is not whole is waited for no more, and after which that is looked at */
  slowest?: number;
};

const PORTAL = 'http://portal.invalid';

/** A front that lacks nothing and keeps nobody out. */
const CALM = {
  files: new PublicFiles(fileURLToPath(new URL('../..', import.meta.url))),
  documents: new Set(['/sitemap.xml']),
  readiness: async () => ({ serving: true, database: true, migrations: true }),
  trustProxy: false,
  loopback: true,
  limits: LIMITS,
  leaving: () => false,
};

function askersOf(origin: string) {
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${origin}${path}`, { redirect: 'manual', signal: AbortSignal.timeout(5_000), ...init });
  /** The status of an address asked for letter by letter, which a browser would tidy up first. */
  const askAsWritten = (path: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const sending = get(origin, { path }, (answer) => resolve(answer.resume().statusCode));
      sending.on('error', reject);
    });
  return { ask, askAsWritten };
}

/** A port of our own: the door, behind which Node's server counts what comes to it. */
async function openPort(handle: RequestListener, ready: ReadyAnswers | undefined, slowest?: number) {
  let behind = 0;
  const server = createServer({ connectionsCheckingInterval: slowest ?? 30_000 }, (request, response) => {
    behind++;
    handle(request, response);
  });
  setPatience(server);
  if (slowest) server.headersTimeout = slowest;
  const door = new FastDoor(server);
  const origin = await listen(door.server, '127.0.0.1', 0);
  if (ready) door.open(ready);
  return { door, behind: () => behind, origin };
}

/** A front on a free port, with a function in Next's place; `asked` is what reached it. */
export async function openFront(next: NextHandler, setting: Setting = {}) {
  const asked: Asked[] = [];
  const standIn: NextHandler = async (request, response) => {
    const entry = { method: request.method ?? '', url: request.url ?? '', headers: { ...request.headers }, body: '' };
    asked.push(entry);
    for await (const chunk of request) entry.body += chunk;
    await next(request, response);
  };
  const headers = portalHeaders(new URL(setting.portal ?? PORTAL));
  if (setting.mode === 'next') shared.values = new NextValues();
  const changed = shared.changed;
  const front = await openFrontBefore(
    {
      draw: (url, id) =>
        draw(standIn, { url, headers: { ...headers, 'x-request-id': id }, patience: 20_000, once: 'ONCE' }),
      answer: (live) => answerLive(standIn, live),
      drop: (tags) => (tags === 'all' ? shared.values?.dropAll() : shared.values?.drop(tags)),
    },
    setting,
  );
  shared.changed = front.still.changed;
  const close = async () => {
    await front.close();
    // as Next's cache handler found it, for the next test in this process
    shared.changed = changed;
    delete shared.values;
  };
  return { ...front, asked, close };
}

/** A front on a free port, before whoever draws. */
export async function openFrontBefore(drawing: Pick<Drawing, 'draw' | 'answer' | 'drop'>, setting: Setting = {}) {
  const { mode = 'still', portal = PORTAL, database = '', slowest, ...rest } = setting;
  const refused: Record<string, unknown>[] = [];
  const log = pino({ level: 'silent' });
  const still = openStillPages({ draw: drawing.draw, dropped: drawing.drop, database, room: 10_000_000, log });
  const ready = new ReadyAnswers({ ...CALM, ...rest, portal: new URL(portal) });
  const front = new Front({
    ...CALM,
    mode,
    answer: drawing.answer,
    desk: still.desk,
    ready,
    ways: openWays(),
    junk: new JunkLimit(MISSES),
    refused: openRefusedLog((line) => refused.push(JSON.parse(line))),
    log,
    ...rest,
    portal: new URL(portal),
  });
  const { door, behind, origin } = await openPort(front.handle, mode === 'still' ? ready : undefined, slowest);
  const close = async () => {
    door.closeAllConnections();
    await new Promise<void>((closed) => door.close(() => closed()));
    await still.close();
  };
  return { ...askersOf(origin), behind, close, door, origin, ready, refused, still };
}
