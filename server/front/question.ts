import type { Place } from '../still/drawing/desk';

/** How else an address may be written: with any query (`heedless`), or with just this one. */
export type Spelling = { heedless?: true; spelling?: string };

/** As long as the field of a search lets a text be. */
const LONGEST = 80;
/** Signs that nobody types or sees: what a page makes of them is for the page to say. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/**
 * A question of one text that may be kept, under that text however it was written; null for what no field sends: several, a long one,
 * hidden signs. Whatever else hangs on the address is not handed on.
 */
export function questionOf(key: string, path: string, internal: string, query: string) {
  const [text, ...more] = new URLSearchParams(query).getAll(key);
  if (text === undefined || more.length > 0) return null;
  const question = text
    .replace(/[\t\r\n ]+/g, ' ')
    .normalize('NFC')
    .trim();
  if (question.length > LONGEST || HIDDEN.test(question)) return null;
  const form = `?${new URLSearchParams({ [key]: question })}`;
  // as forms and as links write it: what is written otherwise is found all the same, a little later
  const isUsual = query === form || query === `?${key}=${encodeURIComponent(question)}`;
  const spelling: Spelling = isUsual ? { spelling: path + query } : {};
  const place: Place = { path: internal + form, keep: 'again' };
  return { internal: internal + form, ...place, ...spelling };
}

/** Next's own path with the reader's whole query: its client runtime puts words of its own there. */
export const withQuery = (internal: string, asked: string) =>
  internal.includes('?') || !asked.includes('?') ? internal : internal + asked.slice(asked.indexOf('?'));

/** A path without its escapes, where they can be read. */
export function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
