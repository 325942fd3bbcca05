import { PlainProblem } from './problem.mjs';

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const FRAME_MS = 120;
/** A long step, where no line can be redrawn, says now and then that it is still at work. */
const STILL_HERE_MS = 20_000;

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** The answer of a step when there was nothing to do. */
export const skipped = (reason) => ({ skipped: reason });

/**
 * Shows steps, each as one line with a tick and its seconds: on a terminal with a line that moves while they run, elsewhere as
 * plain lines. Several steps may run at once.
 */
export function createDisplay({ out = process.stdout, moving = out.isTTY === true && !process.env.CI } = {}) {
  const running = new Map();
  let frame = 0;
  let timer;

  const clear = () => moving && out.write('\r\x1b[2K');
  const paint = (code, text) => (moving ? `\x1b[${code}m${text}\x1b[0m` : text);

  function draw() {
    if (!moving || running.size === 0) return;
    const [, first] = [...running][0];
    const text = `  ${FRAMES[frame++ % FRAMES.length]} ${[...running.keys()].join(', ')} · ${seconds(first.since)} ${first.note}`;
    out.write(`\r\x1b[2K${text.slice(0, (out.columns ?? 80) - 1)}`);
  }

  function line(text) {
    clear();
    out.write(`${text}\n`);
    draw();
  }

  function begin(title) {
    const state = { since: Date.now(), said: Date.now(), note: '' };
    running.set(title, state);
    timer ??= setInterval(() => {
      if (moving) return draw();
      for (const [name, one] of running) {
        if (Date.now() - one.said < STILL_HERE_MS) continue;
        one.said = Date.now();
        line(`  … ${name} · ${seconds(one.since)}`);
      }
    }, FRAME_MS);
    draw();
    return state;
  }

  function end(title) {
    running.delete(title);
    clear();
    if (running.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  }

  /**
   * Runs work under a title. Work gets `progress(text)` for what it is doing just now, and returns nothing, a remark for the
   * line, or `skipped(reason)`. A problem is drawn with a cross and thrown on.
   */
  async function step(title, work) {
    const state = begin(title);
    const progress = (text) => {
      state.note = text ? `· ${text.trim()}` : '';
      if (!moving && text) line(`    ${text.trimEnd()}`);
    };
    try {
      const result = await work(progress);
      end(title);
      const remark = typeof result === 'string' ? ` · ${result}` : '';
      if (result?.skipped) line(`  ${paint(2, '–')} ${title} · ${result.skipped}`);
      else line(`  ${paint(32, '✔')} ${title}${remark} · ${seconds(state.since)}`);
      return result;
    } catch (error) {
      end(title);
      if (error.heard && !moving) error.output = '';
      line(`  ${paint(31, '✖')} ${title} · ${seconds(state.since)}`);
      throw error;
    }
  }

  return { step, line, fail: (error) => line(sentenceOf(error)) };
}

/** A problem as a person reads it: what a command printed, then one sentence; anything unexpected with its stack. */
function sentenceOf(error) {
  if (!(error instanceof PlainProblem)) return error?.stack ?? String(error);
  return error.output ? `${error.output.trimEnd()}\n\n${error.message}` : error.message;
}
