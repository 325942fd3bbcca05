import type { Server as HttpServer } from 'node:http';
import { type AddressInfo, Server } from 'node:net';

/** Reason to end with a sentence for people instead of a stack. */
export class CannotListen extends Error {}

/**
 * Takes the port, or the socket `fd` that somebody holds for us; resolves to the address as it can be typed into a browser. Rejects with
 * `CannotListen` when the port is taken or not allowed.
 */
export function listen(server: Server, host: string, port: number, fd?: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explained(error, host, port)));
    server.listen(fd === undefined ? { host, port } : { fd }, () => {
      const { port: taken } = server.address() as AddressInfo;
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${taken}`);
    });
  });
}

function explained(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new CannotListen(`Port ${port} on ${host} is in use by another program. Stop it, or choose another PORT.`);
  if (error.code === 'EACCES')
    return new CannotListen(`Port ${port} may not be used by this account. Choose a PORT above 1023.`);
  if (error.code === 'EADDRNOTAVAIL')
    return new CannotListen(`This machine has no address ${host}. Choose another HOST.`);
  return error;
}

/** What can be told to take no more connections, and to end those it has. */
type Closing = {
  close: (closed: () => void) => unknown;
  closeIdleConnections: () => void;
  closeAllConnections: () => void;
};

/** How a process leaves: asked to stop, or relieved by another one that answers in its place. */
export type Leaving = 'stopped' | 'relieved';

/** Milliseconds of patience. `quiet`: with connections that ask nothing; `patience`: with answers; `end`: with whatever does not end, as a database may. */
type Patience = { quiet: number; patience: number; end: number };

/** Who is relieved ends no connection by itself before its minute is nearly over: a question may be on its way on any. */
export const PATIENCE: Record<Leaving, Patience> = {
  stopped: { quiet: 0, patience: 5_000, end: 7_500 },
  relieved: { quiet: 55_000, patience: 60_000, end: 65_000 },
};

/**
 * Takes no more connections and resolves when the last answer has left, at the latest after `patience` milliseconds. Connections that ask
 * nothing are ended after `quiet`: whoever asks on one before that is answered.
 */
export function drain(server: Closing, { patience, quiet }: Omit<Patience, 'end'>): Promise<void> {
  return new Promise((resolve) => {
    const since = performance.now();
    const endIdle = () => {
      // a process that was kept from the processor reads first what has come meanwhile
      if (performance.now() - since >= quiet) setImmediate(() => server.closeIdleConnections());
    };
    const idle = setInterval(endIdle, 100);
    const end = setTimeout(() => server.closeAllConnections(), patience);
    // Node's own for HTTP ends at once what asks nothing
    const close = server instanceof Server ? Server.prototype.close : server.close;
    close.call(server as Closing & Server, () => {
      clearInterval(idle);
      clearTimeout(end);
      resolve();
    });
    endIdle();
  });
}

/** A mail server that does not answer holds nothing up: what is cut off here is done again by whoever is up then. */
export const within = (milliseconds: number, work: Promise<void>) =>
  Promise.race([work, new Promise<void>((resolve) => setTimeout(resolve, milliseconds).unref())]);

/**
 * Runs `leave` once when the process is asked to stop (SIGTERM, SIGINT) or is relieved (SIGUSR2), `hurry` where it is stopped after that. It ends
 * at the latest after its patience; asked to stop twice, at once.
 */
export function onStop(leave: (how: Leaving) => Promise<void>, hurry: () => void): void {
  let state: 'here' | Leaving = 'here';
  const go = (how: Leaving) => {
    const first = state === 'here';
    state = how;
    setTimeout(() => process.exit(0), PATIENCE[how].end);
    if (!first) return;
    leave(how).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  const stop = () => {
    if (state === 'stopped') process.exit(1);
    if (state === 'relieved') hurry();
    go('stopped');
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('SIGUSR2', () => state === 'here' && go('relieved'));
}

/** Milliseconds for which a connection that asks nothing is kept: browsers may keep theirs for a minute. */
export const KEEP_ALIVE = 65_000;

/** Slow or silent connections do not hold on for ever. */
export function setPatience(server: HttpServer): void {
  server.headersTimeout = 15_000;
  // The front gives up slow bodies sooner (entrance/body.ts); a large one by a weak signal may take this long.
  server.requestTimeout = 300_000;
  server.keepAliveTimeout = KEEP_ALIVE;
}
