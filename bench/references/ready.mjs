import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** @import { Copy } from './copies.mjs' */
/** @import { Contender } from './contender.mjs' */

const SERVER = fileURLToPath(new URL('./ready-server.mjs', import.meta.url));

/**
 * Starts the server that is always there: the same bytes, ready to be written.
 * @param {Copy[]} copies
 * @returns {Promise<Contender>}
 */
export async function startReady(copies) {
  const server = fork(SERVER, { serialization: 'advanced' });
  server.send(copies);
  const [port] = await once(server, 'message');
  return {
    name: 'ready bytes',
    host: '127.0.0.1',
    port,
    roots: [server.pid ?? 0],
    stop: async () => void server.kill(),
  };
}
