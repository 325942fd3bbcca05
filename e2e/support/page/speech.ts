import type { Page } from '@playwright/test';

/** The speech of a browser: none at all, in these languages, or it takes words and stays silent. */
export type Speech = { voices: string[]; speaks: boolean } | null;

/** A browser that speaks so. */
export async function speaking(page: Page, speech: Speech) {
  await page.addInitScript((given: Speech) => {
    class Words extends EventTarget {
      onstart: (() => void) | undefined;
      onend: (() => void) | undefined;
      constructor(readonly text: string) {
        super();
      }
    }
    const voices = given?.voices.map((lang) => ({ lang, name: lang }));
    const said: string[] = [];
    const synthesis = given && {
      getVoices: () => voices,
      cancel: () => {},
      speak: (words: Words) => {
        if (!given.speaks) return;
        said.push(words.text);
        queueMicrotask(() => {
          words.onstart?.();
          words.onend?.();
        });
      },
    };
    const define = (name: string, value: unknown) => Object.defineProperty(window, name, { value, configurable: true });
    define('speechSynthesis', synthesis ?? undefined);
    define('SpeechSynthesisUtterance', given ? Words : undefined);
    define('said', said);
  }, speech);
}

/** What it was told to say so far. */
export const said = (page: Page) => page.evaluate(() => (window as unknown as { said: string[] }).said);
