import { createServer, type RequestListener, type Server } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { env } from '@/domain/ground/env';
import { flagsOf } from '@/scripts/portal/flags.mjs';
import { logConsole } from './console-log';
import { roomForDrawers } from './drawers/drawer-room';
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
import { drawFirstPages } from './front/ready/first-pages';
import { ReadyAnswers } from './front/ready/ready-answers';
import { CannotListen, drain, type Leaving, listen, onStop, PATIENCE, setPatience, within } from './listen';
import { log } from './log';
import { keepMeasures, openMeasures } from './measures/measures-kept';
import { tellMetrics } from './measures/tell-metrics';
import { JunkLimit, MISSES } from './refusals/junk';
import { watchRecords } from './refusals/opened-records';
import { refusedLogIn } from './refusals/refused-log';
import { ringsInto } from './refusals/rings';
import { drawingPatience } from './still/drawing/draw';
import { releaseIn } from './still/release';
import { writeLastWords } from './still/saved/last-words';
import { portalMark } from './still/saved/portal-mark';
import { SavedPages } from './still/saved/saved-pages';
import { openStillPages, type StillPages } from './still/still-pages';
import { tracesOf } from './traces/traces';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const development = env.NODE_ENV === 'development';
const portal = new URL(env.PORTAL_URL);
/** Do names of this machine do as well? */
const LOOPBACK = development || env.DEMO === 'on';
const mode = development ? 'development' : env.STILL_PAGES === 'on' ? 'still' : 'next';

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
  const begin = () => listen(door?.server ?? server, env.HOST, env.PORT, env.LISTEN_FD);
  const early = env.RELIEVES === 'on' ? undefined : await begin();

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
  const written = writeReads(reads, still);
  const measures = openMeasures(env.DATA_DIR);
  const kept = keepMeasures(measures, env.DATA_DIR, (error) => log.warn({ err: error }, 'counts could not be written'));
  const ways = openWays();
  answer = openFront(drawing, still, { ready, reads, measures, ways }).handle;
  door?.open(ready);
  const traces = await tracesOf('front', measures);
  const readiness = readinessOf(drawing);
  if (env.METRICS_PORT) await tellMetrics(env.METRICS_PORT, { drawing, still, ready, measures, ways, readiness });
  const listening = door ?? server;
  onStop(
    (how) => leave(how, { door: listening, drawing, counts: kept, written, saved, traces, still }),
    () => listening.closeIdleConnections(),
  );
  await up.catch((error: unknown) => {
    if (!leaving) throw error;
  });
  if (!early && mode === 'still') await drawFirstPages(still.desk);
  const address = early ?? (await begin());
  if (!development) giveMemoryBackWhenIdle();
  // The start command waits for this line, whatever else is to be said.
  log.child({}, { level: 'info' }).info({ address }, `ready on ${address}`);
}

type Parts = {
  door: Parameters<typeof drain>[0];
  drawing: Drawing;
  counts: { stop(): void };
  written: ReadsWritten;
  saved: SavedPages;
  traces: Awaited<ReturnType<typeof tracesOf>>;
  still: StillPages;
};

/** Answers what it was asked, and leaves behind what is to outlive it. Who is relieved leaves pages to nobody: another keeps its own by now. */
async function leave(how: Leaving, { door, drawing, counts, written, saved, traces, still }: Parts): Promise<void> {
  leaving = true;
  counts.stop();
  const { patience, quiet } = PATIENCE[how];
  await Promise.all([drain(door, { patience, quiet }), within(patience, drawing.leave())]);
  const inOrder = await drawing.stop().catch(() => false);
  const pages = inOrder && mode === 'still' && how === 'stopped' ? saved : undefined;
  await Promise.all([traces?.stop(), writeLastWords({ reads: written, pages, link: { stop: still.close } })]);
}

/** How often pages were read is written down from time to time. */
function writeReads(reads: Reads, { link }: StillPages): ReadsWritten {
  const report = (what: string, error: unknown) => log.warn({ err: error }, what);
  const written = new ReadsWritten({ reads, query: (sql) => link.query(sql), report });
  written.start();
  return written;
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

/** Another program of this folder, in the form in which this one was started. */
const besideMe = (name: string) => {
  const me = process.argv[1] ?? '';
  return path.join(path.dirname(me), `${name}${path.extname(me)}`);
};

const readinessOf = (drawing: Drawing) => async () => ({ serving: !leaving, ...(await drawing.reach()) });

/** The front of the portal, told its surroundings. */
function openFront(
  drawing: Drawing,
  { desk, link }: StillPages,
  at: Pick<FrontOptions, 'ready' | 'reads' | 'measures' | 'ways'>,
): Front {
  const rings = ringsInto({ query: (sql) => link.query(sql), log });
  return new Front({
    mode,
    answer: watchRecords(drawing.answer, rings),
    desk,
    junk: new JunkLimit(MISSES),
    files: drawing.files ?? new PublicFiles(ROOT),
    ...at,
    documents: documentsOf(ROOT),
    readiness: readinessOf(drawing),
    portal,
    loopback: LOOPBACK,
    trustProxy: env.TRUST_PROXY === 'on',
    limits: LIMITS,
    leaving: () => leaving,
    refused: refusedLogIn(env.DATA_DIR, log, { counted: (reason) => at.measures?.refused(reason), rings }),
    log,
  });
}

main().catch((error: unknown) => {
  if (error instanceof CannotListen) process.stderr.write(`${error.message}\n`);
  else log.error({ err: error }, 'the portal could not start');
  process.exit(1);
});
