import { setTimeout as wait } from 'node:timers/promises';

const LOOK_MS = 500;
const PAUSE_FIRST_MS = 500;
const PAUSE_MAX_MS = 30_000;
/** After this long in peace the next failure counts as a first one again. */
const CALM_MS = 60_000;

/**
 * Watches something that should be at work, and brings it back when it ended by itself: at once the first time, then after
 * pauses that double up to half a minute. Returns `stop()`, which waits for a revival under way.
 * @param {{ name: string, isAlive: () => boolean, revive: () => Promise<unknown>, say: (text: string) => void }} watched
 */
export function keepAlive({ name, isAlive, revive, say }) {
  const stopping = new AbortController();
  /** @param {number} ms */
  const pause = (ms) => wait(ms, undefined, { signal: stopping.signal }).catch(() => {});

  /** @param {number} failures */
  async function bringBack(failures) {
    say(`${name} has stopped by itself. Starting it again …`);
    for (let failure = failures; !stopping.signal.aborted; failure++) {
      if (failure > 0) await pause(Math.min(PAUSE_MAX_MS, PAUSE_FIRST_MS * 2 ** failure));
      if (stopping.signal.aborted) return failure;
      const since = Date.now();
      try {
        await revive();
        say(`${name} is at work again (${((Date.now() - since) / 1000).toFixed(1)} s).`);
        return failure;
      } catch (error) {
        const { message, output } = /** @type {{ message: string, output?: string }} */ (error);
        say(`${name} does not start: ${message}${output ? `\n${output}` : ''}`);
      }
    }
    return failures;
  }

  async function watch() {
    let failures = 0;
    let since = Date.now();
    while (!stopping.signal.aborted) {
      await pause(LOOK_MS);
      if (stopping.signal.aborted || isAlive()) continue;
      failures = Date.now() - since > CALM_MS ? 0 : failures;
      failures = (await bringBack(failures)) + 1;
      since = Date.now();
    }
  }

  const watching = watch();
  return async function stop() {
    stopping.abort();
    await watching;
  };
}
