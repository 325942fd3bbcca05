import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { beforeEach, describe, expect, test } from 'vitest';
import { keeper as documentKeeper } from './documents';
import { keeper } from './pictures';
import type { Storage } from './storage';

const kept = new Map<string, Buffer>();
const place: Storage = {
  put: async (sha256, bytes) => void kept.set(sha256, Buffer.from(bytes)),
  get: async () => null,
  remove: async () => {},
};
beforeEach(() => kept.clear());

const keep = (bytes: Uint8Array, name = 'anh.png') => keeper(place)(new File([new Uint8Array(bytes)], name));

/** What another reader of the same bytes would run or unpack. */
const MARK = 'alert(document.cookie)';
const HTML = Buffer.from(`<html><script>${MARK}</script></html>`);
const ZIP = Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.from(MARK), Buffer.from('PK\x05\x06'), Buffer.alloc(18)]);

const drawn = () => sharp({ create: { width: 64, height: 48, channels: 3, background: '#b5446e' } });
const joined = (...parts: (Buffer | string)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));

/** A part of a PNG, with its length and its check. */
function chunk(type: string, data: Buffer): Buffer {
  const named = joined(type, data);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return joined(length, named, check);
}
const HEADER_END = 33;
/** A PNG with more parts behind its header. */
async function pngWith(...chunks: Buffer[]): Promise<Buffer> {
  const png = await drawn().png().toBuffer();
  return joined(png.subarray(0, HEADER_END), ...chunks, png.subarray(HEADER_END));
}
/** A PNG of a few bytes that says it is so many pixels on each side. */
function pngClaiming(side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2], 8);
  const end = chunk('IEND', Buffer.alloc(0));
  return joined('\x89PNG\r\n\x1a\n', chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(9))), end);
}
/** A JPEG that says the same of itself. */
async function jpegClaiming(side: number): Promise<Buffer> {
  const jpeg = await drawn().jpeg().toBuffer();
  const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
  jpeg.writeUInt16BE(side, frame + 5);
  jpeg.writeUInt16BE(side, frame + 7);
  return jpeg;
}
/** A segment of words in a JPEG, behind its first two bytes. */
async function jpegSaying(words: string): Promise<Buffer> {
  const jpeg = await drawn().jpeg().toBuffer();
  const length = Buffer.alloc(2);
  length.writeUInt16BE(words.length + 2);
  return joined(jpeg.subarray(0, 2), '\xff\xfe', length, words, jpeg.subarray(2));
}

const dressed: [string, () => Promise<Buffer>][] = [
  ['a JPEG with a page behind its end', async () => joined(await drawn().jpeg().toBuffer(), HTML)],
  ['a JPEG that is an archive as well', async () => joined(await drawn().jpeg().toBuffer(), ZIP)],
  ['a JPEG with a script in its comment', () => jpegSaying(`*/${MARK}/*`)],
  ['a PNG with a page behind its end', async () => joined(await drawn().png().toBuffer(), HTML)],
  ['a PNG with a script in a text', () => pngWith(chunk('tEXt', joined('Comment\0', HTML)))],
  ['a PNG with a script in a packed text', () => pngWith(chunk('zTXt', joined('Comment\0\0', deflateSync(HTML))))],
  ['a PNG with a script in a part nobody knows', () => pngWith(chunk('scRp', HTML))],
  [
    'a WebP with a page behind its end, and one in its metadata',
    async () =>
      joined(await drawn().withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${MARK}</x:xmpmeta>`).webp().toBuffer(), HTML),
  ],
];

describe('what is stored of a picture that something else is hidden in', () => {
  test.each(dressed)('%s: the picture alone, whole and nothing behind it', async (_name, made) => {
    const sent = await made();
    expect(sent.length).toBeGreaterThan(100);
    expect(await keep(sent)).toMatchObject({ ok: true, value: { mime: 'image/webp', width: 64, height: 48 } });
    const [stored] = kept.values();
    if (!stored || kept.size !== 1) expect.unreachable();
    for (const hidden of [MARK, '<script', '<html', 'PK\x03\x04', 'Comment', 'xmpmeta'])
      expect([hidden, stored.includes(hidden, 0, 'latin1')]).toEqual([hidden, false]);
    expect(stored.subarray(0, 4).toString()).toBe('RIFF');
    expect(stored.readUInt32LE(4) + 8).toBe(stored.length);
    const { data, info } = await sharp(stored).raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height, data.length]).toEqual([64, 48, 64 * 48 * 3]);
  });

  test('handed out by a course it is the same: no file is kept as it came but a PDF', async () => {
    const file = new File([new Uint8Array(joined(await drawn().jpeg().toBuffer(), HTML))], 'anh.pdf');
    expect(await documentKeeper(place)(file)).toMatchObject({ ok: true, value: { mime: 'image/webp' } });
    expect([...kept.values()].some((stored) => stored.includes(MARK))).toBe(false);
  });
});

test('what only begins like a picture is none, whatever it is called, and nothing of it is kept', async () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>${MARK}</script></svg>`;
  const gif = await drawn().gif().toBuffer();
  const fakes: Record<string, Buffer> = {
    'GIF89a that is a script': joined(`GIF89a/*`, Buffer.alloc(20), `*/=1;${MARK}`),
    'a GIF with a page behind it': joined(gif, HTML),
    'a page with the sign of a PNG': joined('\x89PNG\r\n\x1a\n', HTML),
    'an archive with the sign of a JPEG': joined('\xff\xd8\xff\xe0', ZIP),
    'a page with the sign of a WebP': joined('RIFF\x40\x00\x00\x00WEBPVP8 ', HTML),
    'an SVG': Buffer.from(svg),
    'an SVG behind a blank and a declaration': Buffer.from(`\n<?xml version="1.0"?>\n${svg}`),
    'a TIFF': await drawn().tiff().toBuffer(),
    'an AVIF': await drawn().avif().toBuffer(),
  };
  for (const [name, bytes] of Object.entries(fakes))
    expect([name, await keep(bytes, 'anh.png')]).toEqual([name, { ok: false, problem: 'not-a-picture' }]);
  expect(kept.size).toBe(0);
});

test('a few bytes that claim thousands of millions of pixels, or unpack to a text without end, are refused at once', async () => {
  const floods = [pngClaiming(60_000), pngClaiming(8_001), await jpegClaiming(65_000)];
  const before = process.memoryUsage.rss();
  const began = performance.now();
  for (const bytes of floods) {
    expect(bytes.length).toBeLessThan(2_000);
    expect(await keep(bytes)).toEqual({ ok: false, problem: 'picture-too-large' });
  }
  const packed = deflateSync(Buffer.alloc(200_000_000));
  await keep(await pngWith(chunk('zTXt', joined('Comment\0\0', packed))));
  for (const stored of kept.values()) expect(stored.length).toBeLessThan(10_000);
  expect(performance.now() - began).toBeLessThan(20_000);
  // the text that was packed is made here too
  expect(process.memoryUsage.rss() - before).toBeLessThan(600_000_000);
});
