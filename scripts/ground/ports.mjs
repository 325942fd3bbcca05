import { lookup } from 'node:dns/promises';
import net, { createServer } from 'node:net';
import { PlainProblem } from './problem.mjs';

/**
 * What Node's cluster takes its ports with: a socket that is bound and on which nobody answers, or the number of an error.
 * @typedef {(address: string, port: number, family: number) => { fd: number, close: () => void } | number} MakeHandle
 */

/**
 * A port nobody listens on just now.
 * @returns {Promise<number>}
 */
export function freePort(host = '127.0.0.1') {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, host, () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
}

/**
 * Whether something listens on this port, or the system would not let us: the system's own word, or undefined.
 * @param {number} port
 * @param {string} host
 * @returns {Promise<string | undefined>}
 */
export function whyNotListen(port, host) {
  return new Promise((resolve) => {
    const probe = createServer().once('error', (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code));
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
}

/**
 * Takes a port without answering there: whoever is begun with the number of the socket does, several beside one another too. What comes
 * meanwhile waits in the system. Returns that number, and what gives the port back.
 * @param {number} port
 * @param {string} host
 */
export async function holdPort(port, host) {
  const { address, family } = await lookup(host);
  const { _createServerHandle: make } = /** @type {{ _createServerHandle: MakeHandle }} */ (
    /** @type {unknown} */ (net)
  );
  const held = make(address, port, family);
  if (typeof held === 'number') throw new PlainProblem(`The portal cannot take port ${port} on ${host}.`);
  return { fd: held.fd, close: () => held.close() };
}
