import { createServer, type RequestListener, type Server } from 'node:http';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readBackupStatus } from '@/domain/ground/backup-status';
import { env } from '@/domain/ground/env';
import { memoryOfMachine } from '@/scripts/ground/machine.mjs';
import { flagsOf } from '@/scripts/portal/flags.mjs';
import { logConsole } from './console-log';
import { Drawers } from './drawers/drawers';
import type { Drawing } from './drawers/drawing';
import { giveMemoryBackWhenIdle } from './drawers/idle-memory';
import { LIMITS } from './entrance/entrance';
import { openWays } from './entrance/ways';
import { documentsOf, PublicFiles } from './front/files';
import { Front, type FrontOptions } from './front/front';
import { Reads } from './front/reads/reads';
import { ReadsWritten } from './front/reads/reads-written';
import { FastDoor } from './front/ready/fast-door';
import { ReadyAnswers } from './front/ready/ready-answers';
import { CannotListen, drain, listen, onStop, setPatience } from './listen';
import { log } from './log';
import { JunkLimit, MISSES } from './refusals/junk';
import { refusedLogIn } from './refusals/refused-log';
import { drawingPatience } from './still/drawing/draw';
import { releaseIn } from './still/release';
import { writeLastWords } from './still/saved/last-words';
import { portalMark } from './still/saved/portal-mark';
import { SavedPages } from './still/saved/saved-pages';
import { openStillPages, type StillPages } from './still/still-pages';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const development = env.NODE_ENV === 'development';
const portal = new URL(env.PORTAL_URL);
/** Do names of this machine do as well? */
const LOOPBACK = development || env.DEMO === 'on';
const mode = development ? 'development' : env.STILL_PAGES === 'on' ? 'still' : 'next';
/** Milliseconds that answers may still take after the process was asked to stop. */
const PATIENCE = 5_000;
/** Milliseconds after which it ends whatever does not: a database that is asked to say goodbye may hang. */
const STOP_PATIENCE = 7_500;
/** Bytes of memory for which one drawing process may be begun. */
const MEMORY_EACH = 2_000_000_000;
const DRAWERS_MAX = 8;

type Told = (tags: string[]) => Promise<void>;

/** Whether this process has been asked to stop. */
let leaving = false;

/**
 * The front: it takes every request, answers kept pages, and never draws. Who draws are processes behind it; in development
 * this one does so itself.
 */
async function main(): Promise<void> {
  if (!development) logConsole(log);
  let answer: RequestListener = (_request, response) => {
    response.writeHead(503, { 'Retry-After': '2', 'Content-Type': 'text/plain' }).end('The portal is starting.\n');
  };
  const server = createServer((request, response) => answer(request, response));
  setPatience(server);
  const door = mode === 'still' ? new FastDoor(server) : undefined;
  const address = await listen(door?.server ?? server, env.HOST, env.PORT);

  const still = openStillPages({
    draw: (url, id) => drawing.draw(url, id),
    dropped: (tags) => drawing.drop(tags),
    database: env.DATABASE_URL,
    release: releaseIn(ROOT),
    room: env.STILL_BYTES,
    log,
  });
  const { drawing, up } = await openDrawing(server, still.changed);
  up.catch(() => {}); // waited for below
  await still.link.start();
  const saved = openSavedPages(still);
  const again = mode === 'still' ? await saved.load() : 0;
  if (again > 0) log.info({ pages: again }, 'pages kept before the stop are kept again');

  // what lies ready is answered while nobody draws yet; whoever asks for more waits for that
  const ready = new ReadyAnswers({ portal, loopback: LOOPBACK, trustProxy: env.TRUST_PROXY === 'on' });
  const reads = new Reads();
  const written = new ReadsWritten({
    reads,
    query: (sql) => still.link.query(sql),
    report: (what, error) => log.warn({ err: error }, what),
  });
  written.start();
  answer = openFront(drawing, still.desk, { ready, reads }).handle;
  door?.open(ready);
  onStop(STOP_PATIENCE, async () => {
    leaving = true;
    await Promise.all([drain(door ?? server, PATIENCE), within(PATIENCE, drawing.leave())]);
    const told = await drawing.stop().catch(() => false);
    const pages = told && mode === 'still' ? saved : undefined;
    await writeLastWords({ reads: written, pages, link: { stop: still.close } });
  });
  await up.catch((error: unknown) => {
    if (!leaving) throw error;
  });
  if (!development) giveMemoryBackWhenIdle();
  // The start command waits for this line, whatever else is to be said.
  log.child({}, { level: 'info' }).info({ address }, `ready on ${address}`);
}

/** Whoever draws, and when that is there. */
async function openDrawing(server: Server, changed: Told): Promise<{ drawing: Drawing; up: Promise<void> }> {
  // Next and all that it needs is loaded where it draws, and nowhere else
  if (development) {
    const drawing = await (await import('./development')).drawHere(ROOT, server, changed);
    return { drawing, up: Promise.resolve() };
  }
  const drawers = new Drawers({
    count: env.DRAWING_PROCESSES ?? roomForDrawers(),
    command: [process.execPath, ...flagsOf('drawing-process'), besideMe('drawing-process')],
    patience: drawingPatience(env.DATABASE_PATIENCE),
    changed,
    report: (what) => log.warn(what),
  });
  return { drawing: drawers, up: drawers.start() };
}

const openSavedPages = ({ store, link }: StillPages) =>
  new SavedPages({
    store,
    link,
    file: path.join(env.DATA_DIR, 'kept-pages'),
    portal: portalMark(ROOT),
    report: (what, error) => log.warn({ err: error }, what),
  });

/** One core is left to those who read kept pages, and to the database. */
const roomForDrawers = () =>
  Math.max(1, Math.min(availableParallelism() - 1, Math.floor(memoryOfMachine() / MEMORY_EACH), DRAWERS_MAX));

/** Another program of this folder, in the form in which this one was started. */
const besideMe = (name: string) => {
  const me = process.argv[1] ?? '';
  return path.join(path.dirname(me), `${name}${path.extname(me)}`);
};

/** The front of the portal, told its surroundings. */
function openFront(drawing: Drawing, desk: FrontOptions['desk'], at: Pick<FrontOptions, 'ready' | 'reads'>): Front {
  return new Front({
    mode,
    answer: drawing.answer,
    desk,
    ways: openWays(),
    junk: new JunkLimit(MISSES),
    files: drawing.files ?? new PublicFiles(ROOT),
    ...at,
    documents: documentsOf(ROOT),
    readiness: async () => ({
      serving: !leaving,
      ...(await drawing.reach()),
      lastBackup: readBackupStatus(env.DATA_DIR).made?.at ?? null,
    }),
    portal,
    loopback: LOOPBACK,
    trustProxy: env.TRUST_PROXY === 'on',
    limits: LIMITS,
    leaving: () => leaving,
    refused: refusedLogIn(env.DATA_DIR, log),
    log,
  });
}

/** A mail server that does not answer holds nothing up: what is cut off here is done again by whoever is up then. */
const within = (milliseconds: number, work: Promise<void>) =>
  Promise.race([work, new Promise<void>((resolve) => setTimeout(resolve, milliseconds).unref())]);

main().catch((error: unknown) => {
  if (error instanceof CannotListen) process.stderr.write(`${error.message}\n`);
  else log.error({ err: error }, 'the portal could not start');
  process.exit(1);
});
