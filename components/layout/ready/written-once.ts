import type { ReactNode } from 'react';

/** A part that is drawn for each of many places, and its texts by what decides them. */
type Once = { keyOf: (props: never) => string | null; texts: Map<string, string>; letters: number };

/** Letters of the texts of a part that a process holds at most: all places of both languages and levels, on some pages. */
const LETTERS_MAX = 3_000_000;

const parts = new WeakMap<object, Once>();

/**
 * A part that is drawn the same wherever `keyOf` says the same: it names all that the part shows, its language too, and nothing that one
 * person alone may see. Null: it is written each time.
 */
export function writtenOnce<Props>(part: (props: Props) => ReactNode, keyOf: (props: Props) => string | null) {
  parts.set(part, { keyOf, texts: new Map(), letters: 0 });
  return part;
}

/** One text, where it was put together from thousands: it would hold each of them. */
const whole = (text: string) => Buffer.from(text).toString();

/** Where the text of a part with these properties lies: what it was, and how it is kept. Undefined: it is written each time. */
export function keptText(part: object, props: object) {
  const once = parts.get(part);
  const key = once?.keyOf(props as never) ?? null;
  if (!once || key === null) return undefined;
  const { texts } = once;
  const keep = (text: string) => {
    if (once.letters > LETTERS_MAX) {
      texts.clear();
      once.letters = 0;
    }
    texts.set(key, whole(text));
    once.letters += key.length + text.length;
  };
  return { text: texts.get(key), keep };
}
