import type { Socket } from 'node:net';

type Bytes = { bytes: Buffer; lent: boolean };

type Options = {
  /** what lies ready for what was sent; undefined when that is for somebody else to say */
  answerTo: (chunk: Buffer) => Bytes | undefined;
  /** takes the connection over, with the first of its bytes that nobody has read */
  takeOver: (socket: Socket, chunk: Buffer) => void;
  gone: (socket: FastSocket) => void;
};

/** Sweeps that a connection outlives which never asked, which has asked, and whose reader takes her answer slowly. */
const SWEEPS = { silent: 4, asked: 13, taking: 60 };

/**
 * A connection on which so far nothing was asked but what lies ready. The first bytes that are anything else go, untouched,
 * to whoever takes it over for good.
 */
export class FastSocket {
  private sweeps = 0;
  private asked = false;

  constructor(
    private readonly socket: Socket,
    private readonly options: Options,
  ) {
    socket.on('data', this.read).on('end', this.ended).on('error', this.failed).on('close', this.closed);
  }

  /** Ends it when nothing was heard of it for long; called every few seconds. */
  sweep(): void {
    const most = this.isTaking() ? SWEEPS.taking : this.asked ? SWEEPS.asked : SWEEPS.silent;
    if (++this.sweeps > most) this.socket.destroy();
  }

  /** Ends it once the reader has what is on its way to her. */
  end(): void {
    this.socket.destroySoon();
  }

  destroy(): void {
    this.socket.destroy();
  }

  private isTaking(): boolean {
    return this.socket.writableLength > 0;
  }

  private readonly read = (chunk: Buffer): void => {
    const answer = this.isTaking() ? undefined : this.options.answerTo(chunk);
    if (answer) this.give(answer);
    else this.handOver(chunk);
  };

  private give(answer: Bytes): void {
    this.sweeps = 0;
    this.asked = true;
    this.socket.write(answer.bytes);
    if (this.isTaking()) answer.lent = true;
  }

  private handOver(chunk: Buffer): void {
    const { socket, options } = this;
    socket.off('data', this.read).off('end', this.ended).off('error', this.failed).off('close', this.closed);
    options.gone(this);
    options.takeOver(socket, chunk);
  }

  /** Her side is closed: nothing more will be asked. */
  private readonly ended = (): void => this.end();

  private readonly failed = (): void => this.destroy();

  private readonly closed = (): void => this.options.gone(this);
}
