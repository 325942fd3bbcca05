import { connect } from 'node:net';
import { AnswerReader } from './answer-reader.mjs';

/** @import { Socket } from 'node:net' */

/** Bytes that one read of a socket takes at most. Everybody reads into the same ones: they are looked at at once. */
const room = Buffer.allocUnsafeSlow(256 * 1024);

/**
 * What a request came to: a status, or `cut` where the connection ended before the answer did.
 * @typedef {(status: number | 'cut', bytes: number) => void} Ended
 */

/** A connection that is kept alive and asks one thing at a time. One that was ended is opened anew for the next. */
export class Connection {
  #reader = new AnswerReader();
  /** @type {Socket | undefined} */
  #socket;
  /** @type {Ended | undefined} */
  #ended;

  /** @param {{ host: string, port: number }} place */
  constructor({ host, port }) {
    this.place = { host, port };
  }

  get isIdle() {
    return this.#ended === undefined;
  }

  /**
   * @param {Buffer} request
   * @param {Ended} ended
   */
  ask(request, ended) {
    this.#ended = ended;
    this.#socket ??= this.#open();
    this.#socket.write(request);
  }

  close() {
    this.#socket?.destroy();
  }

  #open() {
    const callback = (/** @type {number} */ length) => {
      this.#take(room.subarray(0, length));
      return true;
    };
    /** @type {Socket} */
    const socket = connect({ ...this.place, noDelay: true, onread: { buffer: room, callback } });
    socket.on('error', () => {}); // its end follows, and is what counts
    socket.on('close', () => this.#left(socket));
    return socket;
  }

  /** @param {Buffer} buffer */
  #take(buffer) {
    const answer = this.#reader.take(buffer);
    if (!answer) return;
    if (answer.ends) {
      this.#socket?.destroy();
      this.#socket = undefined;
    }
    this.#finish(answer.status, answer.bytes);
  }

  /** @param {Socket} socket */
  #left(socket) {
    if (this.#socket !== socket) return;
    this.#socket = undefined;
    const whole = this.#reader.untilEnd;
    const answer = this.#reader.end();
    if (answer && whole) this.#finish(answer.status, answer.bytes);
    else this.#finish('cut', 0);
  }

  /**
   * @param {number | 'cut'} status
   * @param {number} bytes
   */
  #finish(status, bytes) {
    const ended = this.#ended;
    this.#ended = undefined;
    ended?.(status, bytes);
  }
}
