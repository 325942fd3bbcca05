import { connect, createServer } from 'node:net';

/** @import { AddressInfo, Socket } from 'node:net' */

/** Slow 4G as Lighthouse has it: from a phone to the portal and back, and bytes a second on the way down, shared by all. */
const ROUND_TRIP_MS = 150;
const BYTES_A_SECOND = (1_638.4 * 1_024) / 8;
const PIECE = 1_460;

/**
 * A line between a browser and a portal on this machine. Unlike a browser's own throttling it also makes the first words of
 * a connection take their time. Returns the address to ask at.
 * @param {{ host: string, port: number }} portal
 */
export async function openSlowLine({ host, port }) {
  /** When the line is free again. */
  let free = 0;
  const later = (/** @type {Buffer} */ bytes) => {
    const begin = Math.max(free, performance.now());
    free = begin + (bytes.length / BYTES_A_SECOND) * 1_000;
    return free - performance.now() + ROUND_TRIP_MS / 2;
  };
  /** @param {Socket} phone */
  const carry = (phone) => {
    const portal = connect({ host, port, noDelay: true });
    // a connection is there for whoever asks only after its greeting went there and back
    const greeted = performance.now() + ROUND_TRIP_MS;
    phone.on('data', (bytes) => {
      const wait = Math.max(greeted - performance.now(), 0) + ROUND_TRIP_MS / 2;
      setTimeout(() => portal.write(bytes), wait);
    });
    portal.on('data', (bytes) => {
      for (let at = 0; at < bytes.length; at += PIECE) {
        const piece = bytes.subarray(at, at + PIECE);
        setTimeout(() => phone.write(piece), later(piece));
      }
    });
    for (const [one, other] of [
      [phone, portal],
      [portal, phone],
    ])
      one?.on('error', () => {}).on('close', () => setTimeout(() => other?.destroy(), ROUND_TRIP_MS * 20));
  };
  const server = createServer({ noDelay: true }, carry);
  await new Promise((/** @type {(value?: undefined) => void} */ resolve) =>
    server.listen(0, '127.0.0.1', () => resolve()),
  );
  const { port: own } = /** @type {AddressInfo} */ (server.address());
  return { base: `http://127.0.0.1:${own}`, close: () => server.close() };
}
