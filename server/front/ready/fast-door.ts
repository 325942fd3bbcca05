import type { Server as HttpServer, ServerResponse } from 'node:http';
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
  /** Connections that were handed over for good, and how many requests of each are not answered yet. */
  private readonly handed = new Map<Socket, { open: number; isNew: boolean }>();

  constructor(private readonly behind: HttpServer) {
    // as Node's own server takes its connections, but for the reading
    const how = { allowHalfOpen: true, noDelay: true, pauseOnConnect: true };
    this.server = createServer(how, (socket) => this.welcome(socket));
    // It hears of connections only from here, but looks for slow ones only once it believes that it listens.
    this.server.once('listening', () => behind.emit('listening'));
    behind.prependListener('request', ({ socket }, response) => {
      if (socket instanceof LentSocket) response.once('finish', () => socket.noteAnswered());
      else this.noteAsked(socket, response);
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

  /** Takes no more connections. Those that are open stay; whoever asks on one is answered, and told that it was the last time. */
  close(closed?: () => void): void {
    this.ready = undefined;
    clearInterval(this.sweeper);
    // the server behind would end what asks nothing at this moment
    this.server.close(closed);
  }

  /** Ends those that ask nothing. Node's own counts an answer as over that has yet to leave. */
  closeIdleConnections(): void {
    for (const socket of this.fast) socket.end();
    for (const [socket, { open }] of this.handed) if (open === 0) socket.destroySoon();
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

  private noteAsked(socket: Socket, response: ServerResponse): void {
    const asked = this.handed.get(socket);
    if (!asked) return;
    if (!asked.isNew) asked.open++;
    asked.isNew = false;
    response.once('close', () => asked.open--);
  }

  private takeOver(socket: Socket, chunk: Buffer): void {
    // the bytes it comes with are a request, if not a whole one
    this.handed.set(socket, { open: 1, isNew: true });
    socket.once('close', () => this.handed.delete(socket));
    socket.pause();
    socket.unshift(chunk);
    this.behind.emit('connection', socket);
    socket.resume();
  }
}
