import { useEffect, useState } from 'react';

const PAUSE_MS = 250;

/**
 * What the portal answers to some words once she stops typing; null where nothing is asked, or nobody answers. `ask` changes with what it
 * asks. `atOnce`: without a word too.
 */
export function useAsked<Found>(
  typed: string,
  ask: (typed: string, signal: AbortSignal) => Promise<Found[] | null>,
  atOnce = false,
): Found[] | null {
  const [found, setFound] = useState<Found[] | null>(null);
  useEffect(() => {
    if (!atOnce && typed.trim().length < 2 && !/\d/.test(typed)) return setFound(null);
    const stop = new AbortController();
    const pause = setTimeout(() => {
      ask(typed, stop.signal).then((answer) => stop.signal.aborted || setFound(answer));
    }, PAUSE_MS);
    return () => {
      clearTimeout(pause);
      stop.abort();
    };
  }, [ask, typed, atOnce]);
  return found;
}
