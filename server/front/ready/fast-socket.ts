import type { Socket } from 'node:net';
import { extentOf } from './extent';
import { LentSocket } from './lent-socket';
import { readInPlace } from './read-in-place';

type Bytes = { bytes: Buffer; lent: boolean };

type Options = {
  /** what lies ready for what was sent; undefined when that is for somebody else to say */
  answerTo: (chunk: Buffer) => Bytes | undefined;
  /** has one request answered, and tells the connection when it was */
  lend: (lent: LentSocket) => void;
  /** takes the connection over, with the first of its bytes that nobody has read */
  takeOver: (socket: Socket, chunk: Buffer) => void;
  gone: (socket: FastSocket) => void;
};

/** Sweeps that a connection outlives which never asked, which has asked, and whose reader takes her answer slowly. */
const SWEEPS = { silent: 4, asked: 13, taking: 60 };
/** Bytes that may come while a request before them is answered; what comes after has to wait. */
const WAITING_MAX = 65_536;

/**
 * A connection at the door. What does not lie ready is lent, one request at a time, to the server behind; where nobody can
 * say where a request ends, that server gets the connection for good.
 */
export class FastSocket {
  private sweeps = 0;
  private asked = false;
  private lent: LentSocket | undefined;
  /** what came while the request before was answered */
  private waiting: Buffer[] = [];
  private readonly socket: Socket;
  private isHandedOver = false;

  /** @param accepted of which nothing was read yet */
  constructor(
    accepted: Socket,
    private readonly options: Options,
  ) {
    this.socket = readInPlace(accepted, (piece) => this.came(piece));
    this.socket.on('end', this.ended).on('error', this.failed).on('close', this.closed);
  }

  /** Ends it when nothing was heard of it for long; called every few seconds. */
  sweep(): void {
    // the server behind has patience and limits of its own
    if (this.lent) return;
    const most = this.isTaking() ? SWEEPS.taking : this.asked ? SWEEPS.asked : SWEEPS.silent;
    if (++this.sweeps > most) this.socket.destroy();
  }

  /** Ends it once the reader has what is on its way to her; not while something is still being answered. */
  end(): void {
    if (!this.lent) this.socket.destroySoon();
  }

  destroy(): void {
    this.socket.destroy();
  }

  private isTaking(): boolean {
    return this.socket.writableLength > 0;
  }

  /** What lies ready is answered from memory that belongs to all; whoever keeps a piece has one of her own. */
  private came(piece: Buffer): boolean {
    if (this.isHandedOver) return this.socket.push(Buffer.from(piece));
    if (!this.answers(piece)) this.passOn(Buffer.from(piece));
    return true;
  }

  private read(chunk: Buffer): void {
    if (!this.answers(chunk)) this.passOn(chunk);
  }

  private answers(chunk: Buffer): boolean {
    if (this.lent || this.isTaking()) return false;
    const ready = this.options.answerTo(chunk);
    if (ready) this.give(ready);
    return ready !== undefined;
  }

  private passOn(chunk: Buffer): void {
    const extent = this.lent || this.isTaking() ? undefined : extentOf(chunk);
    if (this.lent) this.feed(this.lent, chunk);
    else if (extent === undefined) this.handOver(chunk);
    else this.lend(chunk, extent);
  }

  private give(answer: Bytes): void {
    this.sweeps = 0;
    this.asked = true;
    this.socket.write(answer.bytes);
    if (this.isTaking()) answer.lent = true;
  }

  private lend(chunk: Buffer, extent: number): void {
    const lent = new LentSocket(this.socket, extent, this.backAgain);
    this.lent = lent;
    this.options.lend(lent);
    this.feed(lent, chunk);
  }

  private feed(lent: LentSocket, chunk: Buffer): void {
    const rest = lent.feed(chunk);
    if (rest.length === 0) return;
    if (this.lent) this.keepWaiting(rest);
    // answered before all of it had come: with the last of its bytes the connection is back
    else this.read(rest);
  }

  private keepWaiting(rest: Buffer): void {
    this.waiting.push(rest);
    if (this.waiting.reduce((sum, { length }) => sum + length, 0) > WAITING_MAX) this.socket.pause();
  }

  /** The request is answered: what came meanwhile is read like anything that comes. */
  private readonly backAgain = (): void => {
    this.lent = undefined;
    this.sweeps = 0;
    this.asked = true;
    const chunk = Buffer.concat(this.waiting);
    this.waiting = [];
    this.socket.resume();
    if (chunk.length > 0) this.read(chunk);
  };

  private handOver(chunk: Buffer): void {
    const { socket, options } = this;
    this.isHandedOver = true;
    socket.off('end', this.ended).off('error', this.failed).off('close', this.closed);
    options.gone(this);
    options.takeOver(socket, chunk);
  }

  /** Her side is closed: nothing more will be asked. What that means for what she has asked is for whoever answers. */
  private readonly ended = (): void => {
    if (this.lent) this.lent.push(null);
    else this.end();
  };

  private readonly failed = (): void => this.destroy();

  private readonly closed = (): void => {
    this.lent?.destroy();
    this.options.gone(this);
  };
}
