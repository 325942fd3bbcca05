import { createServer } from 'node:net';

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
