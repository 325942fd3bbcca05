import { Socket } from 'node:net';

/** What libuv reads at once. */
const PIECE = 65_536;
/** One for all connections: each piece is answered, or copied, before the next is read. */
const memory = Buffer.allocUnsafeSlow(PIECE);

type Came = (piece: Buffer) => boolean;
/** Node's own connection to the system: taken from one socket, it can be given to another, as Node does between processes. */
type WithHandle = { _handle?: unknown };

/**
 * What is to be used instead of a connection that was accepted and not read yet. `came` is told of each piece, good until it returns; false:
 * no more before `resume` (0349).
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
