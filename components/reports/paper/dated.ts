import { type Day, startOf } from '@/domain/days/day';
import { unzip, zippedOn } from '@/domain/zip';

/** What a report of the whole city comes to, several times over. */
const BYTES_MAX = 64 * 1024 * 1024;
const CORE = 'docProps/core.xml';
const MADE = /(<dcterms:(?:created|modified)\b[^>]*>)[^<]*/g;

/** A file of Word or Excel as it would be had it been made on that day: whoever makes it again makes the same bytes. */
export function dated(file: Uint8Array, day: Day): Buffer {
  const parts = unzip(Buffer.from(file), () => true, BYTES_MAX);
  if (typeof parts === 'string') throw new Error(`a file of ours is no archive: ${parts}`);
  const core = parts.get(CORE)?.toString('utf8') ?? '';
  const instant = startOf(day).toISOString().replace('.000Z', 'Z');
  if (core) parts.set(CORE, Buffer.from(core.replaceAll(MADE, `$1${instant}`)));
  return zippedOn(parts, day);
}
