import type { Aside } from './laid-aside';

/** Of a drawing, and empty: it may close itself. No text looks like that, for its signs are written otherwise. */
const EMPTY_SHAPE = /><\/(?:circle|ellipse|line|path|polygon|polyline|rect|use)>/g;

/**
 * Takes the client runtime out of a page that Next drew: scripts, preloads, React's marks, ends of shapes. JSON-LD, scripts with
 * `data-still` and every word stay. Reads from left to right, so that no text is mistaken for a tag.
 */
export function still(html: string, aside?: Aside): string {
  const parts: string[] = [];
  let copied = 0;
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at)) {
    const piece = pieceAt(html, at);
    if (!piece.stays) {
      parts.push(html.slice(copied, at));
      copied = piece.end;
    }
    at = piece.end;
  }
  parts.push(html.slice(copied));
  const page = parts
    .join('')
    .replaceAll('<div hidden=""></div>', '')
    .replaceAll(' data-precedence="next"', '')
    .replace(EMPTY_SHAPE, '/>');
  return aside ? aside.put(page) : page;
}

/**
 * Does the page need a script to show all of its words? React leaves finished parts for a script to put in place when
 * a page has a Suspense boundary (also from a loading.tsx): such a page cannot be stilled.
 */
export function needsScript(html: string): boolean {
  return /<template id="[BP]:|<div hidden="" id="S:/.test(html);
}

type Piece = { end: number; stays: boolean };

/** The comment, element or tag that begins here. */
function pieceAt(html: string, at: number): Piece {
  if (html.startsWith('<!--', at)) return { end: after(html, '-->', at), stays: false };
  const name = /^<([a-z]+)[\s>/]/i.exec(html.slice(at, at + 12))?.[1]?.toLowerCase();
  const end = tagEnd(html, at);
  if (name === 'script') return { end: after(html, '</script>', end), stays: scriptStays(html.slice(at, end)) };
  // The text inside these is no markup.
  if (name === 'style' || name === 'title' || name === 'textarea')
    return { end: after(html, `</${name}>`, end), stays: true };
  if (name === 'link') return { end, stays: !linksScript(html.slice(at, end)) };
  return { end, stays: true };
}

const scriptStays = (tag: string) => /\stype="application\/ld\+json"/i.test(tag) || /\sdata-still[\s=>]/i.test(tag);

const linksScript = (tag: string) =>
  /\srel="(modulepreload|expect)"/i.test(tag) || (/\srel="preload"/i.test(tag) && /\sas="script"/i.test(tag));

/** Just behind the next occurrence, or the end of the page when there is none. */
function after(html: string, text: string, from: number): number {
  const found = html.indexOf(text, from);
  return found === -1 ? html.length : found + text.length;
}

/** A tag to its end: a ">" inside quotes does not close it. */
const WHOLE_TAG = /[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>/y;

/** Just behind the ">" that closes the tag. */
function tagEnd(html: string, from: number): number {
  WHOLE_TAG.lastIndex = from;
  return WHOLE_TAG.test(html) ? WHOLE_TAG.lastIndex : html.length;
}
