import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Day } from './days/day';

/** Parts of a workbook or a letter; a real one has some dozens. */
const ENTRIES_MAX = 500;
/** Texts shrink to a tenth; a thousandfold is no text. */
const RATIO_MAX = 400;
const RATIO_FROM_BYTES = 1024 * 1024;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const COMMENT_BYTES_MAX = 0xffff;

type Entry = { name: string; method: number; packed: number; size: number; at: number };

export type ZipProblem = 'file-unreadable' | 'file-inflates';

/**
 * The wanted parts of a zip archive, inflated, or why not. A directory that promises more than `bytesMax` is refused
 * as a whole; each part meets what is left, so that a false promise gains nothing.
 */
export function unzip(
  bytes: Buffer,
  wanted: (name: string) => boolean,
  bytesMax: number,
): Map<string, Buffer> | ZipProblem {
  const entries = directoryOf(bytes);
  if (!entries || entries.length > ENTRIES_MAX) return 'file-unreadable';
  let promised = 0;
  for (const { size, packed } of entries) {
    promised += size;
    if (promised > bytesMax || (size > RATIO_FROM_BYTES && size > packed * RATIO_MAX)) return 'file-inflates';
  }
  const parts = new Map<string, Buffer>();
  let left = bytesMax;
  for (const entry of entries.filter(({ name }) => wanted(name))) {
    const part = inflated(bytes, entry, Math.min(left, entry.size));
    if (typeof part === 'string') return part;
    left -= part.length;
    parts.set(entry.name, part);
  }
  return parts;
}

function directoryOf(bytes: Buffer): Entry[] | null {
  const end = endOf(bytes);
  if (end < 0) return null;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const entries: Entry[] = [];
  for (let each = 0; each < count && each <= ENTRIES_MAX; each++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) return null;
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function endOf(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - END_BYTES - COMMENT_BYTES_MAX);
  for (let at = bytes.length - END_BYTES; at >= first; at--) if (bytes.readUInt32LE(at) === END) return at;
  return -1;
}

function inflated(bytes: Buffer, { at, method, packed, size }: Entry, most: number): Buffer | ZipProblem {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== LOCAL) return 'file-unreadable';
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const data = bytes.subarray(start, start + packed);
  if (data.length !== packed) return 'file-unreadable';
  if (method === 0) return packed === size ? data : 'file-unreadable';
  if (method !== 8) return 'file-unreadable';
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'file-inflates' : 'file-unreadable';
  }
}

/** The same parts packed anew without compression: what reads them sees exactly what was measured. */
export const zipped = (parts: ReadonlyMap<string, Buffer>): Buffer => packedWith(parts, 0, FIRST_DAY);

/** Parts packed small, of a day: the same parts of the same day are the same bytes, whenever they are packed. */
export const zippedOn = (parts: ReadonlyMap<string, Buffer>, day: Day): Buffer => packedWith(parts, 8, dayInZip(day));

/** The first day an archive knows, 1 January 1980. */
const FIRST_DAY = 0x21;

function dayInZip(day: Day): number {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  return ((year - 1980) << 9) | (month << 5) | date;
}

function packedWith(parts: ReadonlyMap<string, Buffer>, method: 0 | 8, day: number): Buffer {
  const [bodies, directory]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [path, data] of parts) {
    const name = Buffer.from(path);
    const body = method === 8 ? deflateRawSync(data, { level: 9 }) : data;
    // version, flags (names in UTF-8), method, time, day, checksum, both sizes, length of the name, of the rest
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(0x0800, 2);
    facts.writeUInt16LE(method, 4);
    facts.writeUInt16LE(day, 8);
    facts.writeUInt32LE(crc32(data), 10);
    facts.writeUInt32LE(body.length, 14);
    facts.writeUInt32LE(data.length, 18);
    facts.writeUInt16LE(name.length, 22);
    bodies.push(signed(LOCAL), facts, name, body);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(signed(CENTRAL), Buffer.from([20, 0]), facts, place, name);
    at += 30 + name.length + body.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, index, end]);
}

function signed(mark: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(mark);
  return bytes;
}
