import { rmdir, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { setPriority } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import next from 'next';
import { env } from '@/domain/ground/env';
import { connections } from '@/prisma/connections';
import { dropValues, keepValues } from '@/prisma/kept/kept-values';
import { stopBackground } from './background';
import { logConsole } from './console-log';
import { answerFront } from './drawers/answer-front';
import { Drops } from './drawers/drops';
import { giveMemoryBackWhenIdle } from './drawers/idle-memory';
import type { ToDrawer, ToFront, Vitals } from './drawers/messages';
import { doWhatIsDue } from './due';
import { reachOf } from './front/health';
import { log } from './log';
import { drawnOnce, handOverConfig } from './next-config';
import { drawingPatience, portalHeaders } from './still/drawing/draw';
import { NextValues } from './still/next/next-values';
import { shared } from './still/shared';
import { tracesOf } from './traces/traces';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const mode = env.STILL_PAGES === 'on' ? 'still' : 'next';
/** What readers of kept pages wait for goes first: the fair price of a click is a fraction of it. */
const GIVES_WAY = 2;
/** Milliseconds from when it answers: until then those wait for it who have nobody else, at a start and after a crash. */
const GIVES_WAY_AFTER_MS = 5_000;
/** Longer than any head of a request that the front lets in, with what the front says of it. */
const HEAD_MAX = 65_536;
/** Milliseconds after which it ends whatever does not. */
const END_MS = 5_000;

/** Said by the front that began it: where it is to answer, and its number among those of that front. */
const [socket = '', number = '1'] = process.argv.slice(2);

const drops = new Drops();
const untold = new Map<number, () => void>();
let changes = 0;

const tell = (message: ToFront) => process.send?.(message);

/** A process that draws, behind the front that began it: Next on a socket that nobody else reaches, and the work beside. */
async function main(): Promise<void> {
  logConsole(log);
  keepByTags();
  handOverConfig(ROOT);
  const traces = await tracesOf('drawing');
  const app = next({ dev: false, dir: ROOT, hostname: env.HOST, port: env.PORT, httpServer: createServer() });
  await app.prepare();
  const server = createServer(
    { maxHeaderSize: HEAD_MAX, keepAliveTimeout: 0, requestTimeout: 0 },
    answerFront({
      next: app.getRequestHandler(),
      mode,
      headers: portalHeaders(new URL(env.PORTAL_URL)),
      patience: drawingPatience(env.DATABASE_PATIENCE),
      once: drawnOnce(ROOT),
      drops,
      reach: reachOf({
        // as a page would: another connection could answer while those of the pages do not
        query: async (sql) => (await connections.query(sql)).rows,
        migrations: path.join(ROOT, 'prisma/migrations'),
      }),
      outcome: (ask, outcome) => tell({ kind: 'outcome', ask, outcome }),
      failed: (id, error) => log.error({ id, err: error }, 'request failed'),
    }),
  );
  const stopDays = number === '1' ? goThroughTrail() : () => {};
  hearFront(async () => {
    stopDays();
    server.close();
    await Promise.all([app.close(), traces?.stop()]);
  });
  giveMemoryBackWhenIdle();
  process.umask(0o077);
  server.listen(socket, () => {
    tell({ kind: 'up' });
    setTimeout(giveWay, GIVES_WAY_AFTER_MS).unref();
  });
}

const goThroughTrail = () =>
  doWhatIsDue({
    log,
    databaseUrl: env.DATABASE_URL,
    dataDir: env.DATA_DIR,
    portalUrl: env.PORTAL_URL,
    issuer: env.SIGN_IN_PROVIDER?.issuer,
  });

/** Nice works within a session, and beside those of others where the system groups processes by session (Linux). */
function giveWay(): void {
  setPriority(GIVES_WAY);
  try {
    writeFileSync('/proc/self/autogroup', String(GIVES_WAY));
  } catch {
    // no such groups here
  }
}

/** What is kept here is dropped at once where something changes; the front tells everybody else, and says when that is done. */
function keepByTags(): void {
  if (mode === 'next') shared.values = new NextValues();
  keepValues();
  shared.changed = (tags) => {
    drop(tags);
    return new Promise((resolve) => {
      untold.set(++changes, resolve);
      tell({ kind: 'changed', change: changes, tags });
    });
  };
}

function drop(tags: string[] | 'all'): void {
  dropValues(tags);
  if (tags === 'all') shared.values?.dropAll();
  else shared.values?.drop(tags);
}

/** How this process fares, as metrics tell it. */
function vitals(): Vitals {
  const { totalCount: open, idleCount: idle, waitingCount: waiting } = connections;
  const { rss: memory, heapUsed: heap } = process.memoryUsage();
  return { memory, heap, connections: { open, idle, waiting } };
}

function hearFront(close: () => Promise<void>): void {
  let left: Promise<void> | undefined;
  const leave = () => (left ??= stopBackground().then(() => void tell({ kind: 'left' })));
  const end = async (go: () => void) => {
    setTimeout(go, END_MS);
    await leave();
    await shared.tellNow?.();
    await close();
    go();
  };
  process.on('message', (message: ToDrawer) => {
    if (message.kind === 'drop') {
      drop(message.tags);
      drops.note(message.number);
    } else if (message.kind === 'told') {
      untold.get(message.change)?.();
      untold.delete(message.change);
    } else if (message.kind === 'pulse') tell({ kind: 'alive', vitals: vitals() });
    else if (message.kind === 'leave') void leave();
    else void end(() => process.exit(0));
  });
  // The front ended without a word: nobody can ask any more.
  process.once('disconnect', () => {
    rmSync(socket, { force: true });
    // the last of its processes takes the folder along; who began one elsewhere keeps what else lies there
    rmdir(path.dirname(socket), () => {});
    // on its way out it could hang, and nobody is left to notice
    void end(() => process.kill(process.pid, 'SIGKILL'));
  });
  // The front says when it is time; a machine that stops tells all processes at once.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => {});
}

main().catch((error: unknown) => {
  log.error({ err: error }, 'the drawing process could not start');
  process.exit(1);
});
