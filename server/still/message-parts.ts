import { FORGET } from './tags';

/** PostgreSQL takes at most 8,000 bytes in one message. */
const MESSAGE_MAX = 7_000;

/** Lists of tags short enough for one message each; "forget" goes with each of them. */
export function inParts(tags: string[]): string[][] {
  const always = tags.filter((tag) => tag === FORGET);
  const parts: string[][] = [];
  let part: string[] = [];
  let length = 0;
  for (const tag of tags) {
    if (tag === FORGET) continue;
    const bytes = Buffer.byteLength(JSON.stringify(tag)) + 1;
    if (part.length && length + bytes > MESSAGE_MAX) {
      parts.push([...part, ...always]);
      part = [];
      length = 0;
    }
    part.push(tag);
    length += bytes;
  }
  if (part.length) parts.push([...part, ...always]);
  return parts;
}
