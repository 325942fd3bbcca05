import type { Server as HttpServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';

/** Reason to end with a sentence for people instead of a stack. */
export class CannotListen extends Error {}

/**
 * Takes the port; resolves to the address as it can be typed into a browser. Rejects with `CannotListen` when the port
 * is taken or not allowed.
 */
export function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explained(error, host, port)));
    server.listen(port, host, () => {
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

/** Takes no more connections and resolves when the last answer has left, at the latest after `patience` milliseconds. */
export function drain(server: Closing, patience: number): Promise<void> {
  return new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), 100);
    const end = setTimeout(() => server.closeAllConnections(), patience);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(end);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/** Runs `leave` once when the process is asked to stop, and ends at the latest after `patience`; asked again, it ends at once. */
export function onStop(patience: number, leave: () => Promise<void>): void {
  let asked = false;
  const stop = () => {
    if (asked) process.exit(1);
    asked = true;
    setTimeout(() => process.exit(0), patience);
    leave().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
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
