import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';

type Done = (error?: Error | null) => void;

/**
 * A connection as Node's own server has it for one request: it reads the bytes of that request and no others. What it writes
 * leaves on the connection, which ends where it ends this one.
 */
export class LentSocket extends Duplex {
  private isBack = false;
  private isAnswered = false;

  constructor(
    private readonly socket: Socket,
    /** bytes of the request that have not come yet */
    private missing: number,
    private readonly back: () => void,
  ) {
    super({ allowHalfOpen: true });
  }

  /** Where the reader is: limits count by it. */
  get remoteAddress(): string | undefined {
    return this.socket.remoteAddress;
  }

  /** Takes as much of what came as belongs to the request, and returns what is left over. */
  feed(chunk: Buffer): Buffer {
    const own = chunk.subarray(0, this.missing);
    if (own.length === 0) return chunk;
    this.missing -= own.length;
    // who has sent all of it is listened to all the same: she may leave
    if (!this.push(own) && this.missing > 0) this.socket.pause();
    this.giveBackWhenOver();
    return chunk.subarray(own.length);
  }

  /** The whole answer has left. */
  noteAnswered(): void {
    this.isAnswered = true;
    this.giveBackWhenOver();
  }

  /** As sockets do: whoever says that this was the last answer wants the connection to end behind it. */
  destroySoon(): void {
    if (this.writableFinished) this.destroy();
    else this.end(() => this.destroy());
  }

  override _read(): void {
    if (this.missing > 0) this.socket.resume();
  }

  override _write(chunk: Buffer, _encoding: unknown, done: Done): void {
    this.socket.write(chunk, done);
  }

  override _writev(chunks: { chunk: Buffer }[], done: Done): void {
    this.socket.cork();
    const last = chunks.length - 1;
    for (const [at, { chunk }] of chunks.entries()) this.socket.write(chunk, at === last ? done : undefined);
    this.socket.uncork();
  }

  override _final(done: Done): void {
    this.socket.end(done);
  }

  override _destroy(error: Error | null, done: Done): void {
    if (!this.isBack) this.socket.destroy();
    done(error);
  }

  private giveBackWhenOver(): void {
    if (!this.isAnswered || this.missing > 0 || this.writableEnded || this.destroyed) return;
    this.isBack = true;
    this.destroy();
    this.back();
  }
}
