import { PlainProblem } from './problem.mjs';

/**
 * What a step says of itself while it runs.
 * @typedef {(text: string) => void} Progress
 * @typedef {{ skipped: string }} Skipped
 * @typedef {{ since: number, said: number, note: string }} State
 */

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const FRAME_MS = 120;
/** A long step, where no line can be redrawn, says now and then that it is still at work. */
const STILL_HERE_MS = 20_000;

/** @param {number} since */
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/**
 * The answer of a step when there was nothing to do.
 * @param {string} reason
 * @returns {Skipped}
 */
export const skipped = (reason) => ({ skipped: reason });

/**
 * Shows steps, each as one line with a tick and its seconds: on a terminal with a line that moves while they run, elsewhere as
 * plain lines. Several steps may run at once.
 */
export class Display {
  /** @type {Map<string, State>} */
  #running = new Map();
  #frame = 0;
  /** @type {NodeJS.Timeout | undefined} */
  #timer;

  /**
   * @param {NodeJS.WriteStream} out
   * @param {boolean} moving
   */
  constructor(out, moving) {
    this.out = out;
    this.moving = moving;
  }

  #clear() {
    if (this.moving) this.out.write('\r\x1b[2K');
  }

  /**
   * @param {number} code
   * @param {string} text
   */
  #paint(code, text) {
    return this.moving ? `\x1b[${code}m${text}\x1b[0m` : text;
  }

  #draw() {
    const [first] = this.#running.values();
    if (!this.moving || !first) return;
    const frame = FRAMES[this.#frame++ % FRAMES.length];
    const text = `  ${frame} ${[...this.#running.keys()].join(', ')} · ${seconds(first.since)} ${first.note}`;
    this.out.write(`\r\x1b[2K${text.slice(0, (this.out.columns ?? 80) - 1)}`);
  }

  /**
   * Says a line above those that move; handed on as it is to whoever has something to say.
   * @param {string} text
   */
  line = (text) => {
    this.#clear();
    this.out.write(`${text}\n`);
    this.#draw();
  };

  /** @param {unknown} error */
  fail = (error) => this.line(sentenceOf(error));

  #tick() {
    if (this.moving) return this.#draw();
    for (const [name, one] of this.#running) {
      if (Date.now() - one.said < STILL_HERE_MS) continue;
      one.said = Date.now();
      this.line(`  … ${name} · ${seconds(one.since)}`);
    }
  }

  /** @param {string} title */
  #begin(title) {
    const state = { since: Date.now(), said: Date.now(), note: '' };
    this.#running.set(title, state);
    this.#timer ??= setInterval(() => this.#tick(), FRAME_MS);
    this.#draw();
    return state;
  }

  /** @param {string} title */
  #end(title) {
    this.#running.delete(title);
    this.#clear();
    if (this.#running.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /**
   * Runs work under a title. Work gets `progress(text)` for what it is doing just now, and returns nothing, a remark for the
   * line, or `skipped(reason)`. A problem is drawn with a cross and thrown on.
   * @template T
   * @param {string} title
   * @param {(progress: Progress) => T | Promise<T>} work
   */
  async step(title, work) {
    const state = this.#begin(title);
    /** @type {Progress} */
    const progress = (text) => {
      state.note = text ? `· ${text.trim()}` : '';
      if (!this.moving && text) this.line(`    ${text.trimEnd()}`);
    };
    try {
      const result = await work(progress);
      this.#end(title);
      this.line(this.#done(title, state, result));
      return result;
    } catch (error) {
      this.#end(title);
      if (error instanceof PlainProblem && error.heard && !this.moving) error.output = '';
      this.line(`  ${this.#paint(31, '✖')} ${title} · ${seconds(state.since)}`);
      throw error;
    }
  }

  /**
   * @param {string} title
   * @param {State} state
   * @param {unknown} result
   */
  #done(title, state, result) {
    if (isSkipped(result)) return `  ${this.#paint(2, '–')} ${title} · ${result.skipped}`;
    const remark = typeof result === 'string' ? ` · ${result}` : '';
    return `  ${this.#paint(32, '✔')} ${title}${remark} · ${seconds(state.since)}`;
  }
}

/**
 * @param {unknown} result
 * @returns {result is Skipped}
 */
export const isSkipped = (result) => typeof result === 'object' && result !== null && 'skipped' in result;

/** The display of a command: its lines are drawn anew where somebody sits before them. */
export const createDisplay = (/** @type {NodeJS.WriteStream} */ out = process.stdout) =>
  new Display(out, out.isTTY === true && !process.env.CI);

/**
 * A problem as a person reads it: what a command printed, then one sentence; anything unexpected with its stack.
 * @param {unknown} error
 */
function sentenceOf(error) {
  if (!(error instanceof PlainProblem)) return error instanceof Error && error.stack ? error.stack : String(error);
  return error.output ? `${error.output.trimEnd()}\n\n${error.message}` : error.message;
}
