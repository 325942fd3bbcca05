import { setTimeout as wait } from 'node:timers/promises';

const ASK_EVERY_MS = 1_000;
const ANSWER_MS = 2_500;
/** A machine that slept has left one question without an answer, not several. */
const UNANSWERED_MIN = 3;

/**
 * Asks a server again and again whether it lives, and calls `onSilence` once when it has said nothing for `silenceMs`; any answer
 * counts. Returns what ends the asking.
 * @param {{ address: string, silenceMs: number, onSilence: () => void }} how
 */
export function feelPulse({ address, silenceMs, onSilence }) {
  const over = new AbortController();

  async function answers() {
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), ANSWER_MS);
    try {
      const response = await fetch(address, { signal: patience.signal });
      await response.body?.cancel();
      return true;
    } catch {
      return false;
    } finally {
      clearTimeout(timer);
    }
  }

  async function watch() {
    let heard = performance.now();
    let unanswered = 0;
    while (!over.signal.aborted) {
      if (await answers()) {
        heard = performance.now();
        unanswered = 0;
      } else unanswered++;
      if (over.signal.aborted) return;
      if (unanswered >= UNANSWERED_MIN && performance.now() - heard >= silenceMs) {
        over.abort();
        onSilence();
        return;
      }
      await wait(ASK_EVERY_MS, undefined, { signal: over.signal }).catch(() => {});
    }
  }

  void watch();
  return () => over.abort();
}
