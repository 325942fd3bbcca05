import { createServer, type RequestListener, type Server } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import next from 'next';
import { env } from '@/domain/ground/env';
import { connections } from '@/prisma/connections';
import { checkAuditDaily } from './audit-check';
import { stopBackground } from './background';
import { logConsole } from './console-log';
import { doWhatIsDue } from './due';
import { LIMITS } from './entrance/entrance';
import { openWays } from './entrance/ways';
import { developmentFiles, documentsOf, PublicFiles } from './front/files';
import { Front, type FrontOptions } from './front/front';
import { readinessOf } from './front/health';
import { CannotListen, drain, listen, onStop, setPatience } from './listen';
import { log } from './log';
import { JunkLimit, MISSES } from './refusals/junk';
import { refusedLogIn } from './refusals/refused-log';
import { drawingPatience, type NextHandler } from './still/drawing/draw';
import { openStillPages } from './still/still-pages';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const development = env.NODE_ENV === 'development';
const portal = new URL(env.PORTAL_URL);
const mode = development ? 'development' : env.STILL_PAGES === 'on' ? 'still' : 'next';
/** Milliseconds that answers may still take after the process was asked to stop. */
const PATIENCE = 5_000;
/** Milliseconds after which it ends whatever does not: a database that is asked to say goodbye may hang. */
const STOP_PATIENCE = 7_500;

/** Whether this process has been asked to stop. */
let leaving = false;

/** The portal as one process: the front, the page store behind it, and Next behind that. */
async function main(): Promise<void> {
  if (!development) logConsole(log);
  let answer: RequestListener = (_request, response) => {
    response.writeHead(503, { 'Retry-After': '2', 'Content-Type': 'text/plain' }).end('The portal is starting.\n');
  };
  const server = createServer((request, response) => answer(request, response));
  setPatience(server);
  const address = await listen(server, env.HOST, env.PORT);
  const app = await openNext(server, Number(new URL(address).port));
  const handler = app.getRequestHandler();
  const still = openStillPages({
    mode,
    next: handler,
    portal,
    database: env.DATABASE_URL,
    room: env.STILL_BYTES,
    log,
    drawing: drawingPatience(env.DATABASE_PATIENCE),
  });
  await still.link.start();

  const stopDays = doWhatIsDue({ log, checkAudit: () => checkAuditDaily(env.DATABASE_URL, env.DATA_DIR) });
  answer = openFront(handler, still.desk).handle;
  onStop(STOP_PATIENCE, async () => {
    leaving = true;
    stopDays();
    await Promise.all([drain(server, PATIENCE), within(PATIENCE, stopBackground())]);
    await Promise.allSettled([app.close(), still.close()]);
  });
  // The start command waits for this line, whatever else is to be said.
  log.child({}, { level: 'info' }).info({ address }, `ready on ${address}`);
}

/**
 * Next takes every upgrade of its server and leaves most without an answer; only its development tools need one.
 * Otherwise it gets a server that nobody reaches, and ours answers an upgrade like any request.
 */
async function openNext(server: Server, port: number) {
  const httpServer = development ? server : createServer();
  const app = next({ dev: development, dir: ROOT, hostname: env.HOST, port, httpServer });
  await app.prepare();
  return app;
}

/** The front of the portal, told its surroundings. */
function openFront(handler: NextHandler, desk: FrontOptions['desk']): Front {
  return new Front({
    mode,
    next: handler,
    desk,
    ways: openWays(),
    junk: new JunkLimit(MISSES),
    files: development ? developmentFiles(ROOT, handler) : new PublicFiles(ROOT),
    documents: documentsOf(ROOT),
    readiness: readinessOf({
      // as a page would: another connection could answer while those of the pages do not
      query: async (sql) => (await connections.query(sql)).rows,
      migrations: path.join(ROOT, 'prisma/migrations'),
      serving: () => !leaving,
    }),
    portal,
    loopback: development || env.DEMO === 'on',
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
