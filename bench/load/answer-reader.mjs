const END_OF_HEAD = '\r\n\r\n';
const HEAD_MAX = 65_536;
/** Statuses that have no body, whatever the head says. */
const BARE = new Set([204, 304]);

/** What a head says of its answer: `length` is undefined where the body comes in pieces, or until the connection ends. */
export function readHead(/** @type {string} */ head) {
  const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(head)?.[1]);
  if (!status) throw new Error(`This is no answer of HTTP: ${head.slice(0, 40)}`);
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  const pieces = /\r\ntransfer-encoding: *chunked/i.test(head);
  const ends = /\r\nconnection: *close/i.test(head);
  return { status, length: BARE.has(status) ? 0 : length && !pieces ? Number(length) : undefined, pieces, ends };
}

/**
 * Reads one answer after the other from what a connection receives, however it is cut. Nobody asks before the last answer
 * is whole, so nothing may follow one.
 */
export class AnswerReader {
  #text = '';
  /** @type {ReturnType<typeof readHead> | undefined} */
  #head;
  /** Bytes of the body, or of the piece that is being read, that are still to come. */
  #left = 0;
  /** Whether the piece of length 0 has come, after which only lines are left. */
  #last = false;
  #bytes = 0;

  /**
   * Takes what came; returns the answer when it is whole, with the bytes of its body as they were sent.
   * @param {Buffer} buffer
   */
  take(buffer) {
    let at = 0;
    if (!this.#head) {
      at = this.#takeHead(buffer);
      if (!this.#head) return undefined;
    }
    const whole = this.#head.pieces ? this.#takePieces(buffer, at) : this.#takeBody(buffer.length - at);
    return whole ? this.end() : undefined;
  }

  /** The answer as it is now: whole, or because its connection ended. Undefined where not even its head came. */
  end() {
    const head = this.#head;
    const bytes = this.#bytes;
    this.#text = '';
    this.#head = undefined;
    this.#left = 0;
    this.#last = false;
    this.#bytes = 0;
    return head && { status: head.status, ends: head.ends || (head.length === undefined && !head.pieces), bytes };
  }

  /** Whether the end of the connection is the end of the answer. */
  get untilEnd() {
    return this.#head !== undefined && this.#head.length === undefined && !this.#head.pieces;
  }

  /**
   * Returns where the body begins.
   * @param {Buffer} buffer
   */
  #takeHead(buffer) {
    const before = this.#text.length;
    // nearly always the whole head is in the first piece, and only that is made text
    const end = before === 0 ? buffer.indexOf(END_OF_HEAD) : -1;
    this.#text += buffer.toString('latin1', 0, end < 0 ? buffer.length : end + END_OF_HEAD.length);
    const ended = this.#text.indexOf(END_OF_HEAD);
    if (ended < 0) {
      if (this.#text.length > HEAD_MAX) throw new Error('The head of an answer does not end.');
      return buffer.length;
    }
    this.#head = readHead(this.#text.slice(0, ended + 2));
    this.#left = this.#head.length ?? 0;
    this.#text = '';
    return ended + END_OF_HEAD.length - before;
  }

  /** @param {number} length */
  #takeBody(length) {
    this.#bytes += length;
    if (this.#head?.length === undefined) return false;
    this.#left -= length;
    if (this.#left < 0) throw new Error('An answer is longer than it says.');
    return this.#left === 0;
  }

  /**
   * Pieces with their lengths before them; returns whether all have come.
   * @param {Buffer} buffer
   * @param {number} from
   */
  #takePieces(buffer, from) {
    let at = from;
    while (at < buffer.length) {
      if (this.#left > 0) {
        const taken = Math.min(this.#left, buffer.length - at);
        this.#left -= taken;
        this.#bytes += taken;
        at += taken;
        continue;
      }
      const line = buffer.indexOf('\n', at);
      this.#text += buffer.toString('latin1', at, line < 0 ? buffer.length : line);
      if (line < 0) return false;
      at = line + 1;
      const said = this.#text.trim();
      this.#text = '';
      if (said === '' && this.#last) return true;
      // the empty line between a piece and the length of the next
      if (said === '' || this.#last) continue;
      this.#left = Number.parseInt(said, 16);
      this.#last = this.#left === 0;
    }
    return false;
  }
}
