import { Socket } from 'node:net';

/** What libuv reads at once. */
const PIECE = 65_536;
/** One for all connections: each piece is answered, or copied, before the next is read. */
const memory = Buffer.allocUnsafeSlow(PIECE);

type Came = (piece: Buffer) => boolean;
/** Node's own connection to the system: taken from one socket, it can be given to another, as Node does between processes. */
type WithHandle = { _handle?: unknown };

/**
 * An accepted connection (nothing of it read yet), read into memory that is there, where Node would fetch 64 KB for each piece and give
 * back what was not needed. `came` is told of each piece, which is good until it returns; false: no more before `resume`.
 * Returns what is to be used instead of `accepted`, which stays until then only to be counted.
 */
export function readInPlace(accepted: Socket, came: Came): Socket {
  const handle = (accepted as WithHandle)._handle;
  if (!handle) {
    accepted.on('data', (piece) => void (came(piece) || accepted.pause())).resume();
    return accepted;
  }
  (accepted as WithHandle)._handle = null;
  const callback = (length: number) => came(memory.subarray(0, length));
  const options = { handle, allowHalfOpen: true, onread: { buffer: memory, callback } };
  const socket = new Socket(options);
  return socket.once('close', () => accepted.destroy());
}
