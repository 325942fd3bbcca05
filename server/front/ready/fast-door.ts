import type { Server as HttpServer } from 'node:http';
import { createServer, type Server, type Socket } from 'node:net';
import { FastSocket } from './fast-socket';
import { LentSocket } from './lent-socket';
import type { ReadyAnswers } from './ready-answers';

const SWEEP_EACH = 5_000;

/**
 * The port of the portal: answers on the socket itself what lies ready; the server behind, Node's own, is lent one request of
 * everything else, or handed the connection for good.
 */
export class FastDoor {
  readonly server: Server;
  private readonly fast = new Set<FastSocket>();
  private readonly sweeper: NodeJS.Timeout;
  private ready: ReadyAnswers | undefined;

  constructor(private readonly behind: HttpServer) {
    // as Node's own server takes its connections
    this.server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => this.welcome(socket));
    // It hears of connections only from here, but looks for slow ones only once it believes that it listens.
    this.server.once('listening', () => behind.emit('listening'));
    behind.prependListener('request', ({ socket }, response) => {
      if (socket instanceof LentSocket) response.once('finish', () => socket.noteAnswered());
    });
    this.sweeper = setInterval(() => this.sweep(), SWEEP_EACH).unref();
  }

  /** From now on what lies ready there is answered here. */
  open(ready: ReadyAnswers): void {
    this.ready = ready;
  }

  /** Ends connections of which nothing was heard for long. */
  sweep(): void {
    for (const socket of this.fast) socket.sweep();
  }

  /** Takes no more connections, and lets those that ask nothing go; whoever still asks is answered, and told that it was the last time. */
  close(closed?: () => void): void {
    this.ready = undefined;
    clearInterval(this.sweeper);
    this.server.close(closed);
    this.behind.close();
  }

  closeIdleConnections(): void {
    for (const socket of this.fast) socket.end();
    this.behind.closeIdleConnections();
  }

  closeAllConnections(): void {
    for (const socket of this.fast) socket.destroy();
    this.behind.closeAllConnections();
  }

  private welcome(socket: Socket): void {
    const fast = new FastSocket(socket, {
      answerTo: (chunk) => this.ready?.answerTo(chunk),
      lend: (lent) => this.behind.emit('connection', lent),
      takeOver: (socket, chunk) => this.takeOver(socket, chunk),
      gone: (socket) => this.fast.delete(socket),
    });
    this.fast.add(fast);
  }

  private takeOver(socket: Socket, chunk: Buffer): void {
    socket.pause();
    socket.unshift(chunk);
    this.behind.emit('connection', socket);
    socket.resume();
  }
}
