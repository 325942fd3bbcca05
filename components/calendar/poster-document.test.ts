import { inflateSync } from 'node:zlib';
import { renderToBuffer } from '@react-pdf/renderer';
import { expect, test } from 'vitest';
import { PosterDocument } from './poster-document';
import type { PosterWords } from './poster-words';

const url = 'https://phunuso.vn/tap-huan/nhan-ra-cuoc-goi-gia-danh-long-hung-2026-12-05-23h30';
const words: PosterWords = {
  above: 'Hội Liên hiệp Phụ nữ phường Long Hưng mời chị em đến học',
  title: 'Nhận ra cuộc gọi giả danh',
  day: 'Thứ Bảy, 05/12/2026',
  times: '23:30 – 00:30 (06/12)',
  place: 'Nhà văn hóa khu phố 5, phường Long Hưng',
  address: '12 đường Bùi Văn Hòa',
  lines: [{ term: 'Chuẩn bị', text: 'mang theo điện thoại đã sạc đầy pin' }],
  scan: 'Chị đưa máy quét mã này',
  typed: url.slice(8),
  demo: null,
};

/** The streams of a PDF, unpacked. */
const streamsOf = (pdf: Buffer) =>
  pdf
    .toString('latin1')
    .split('stream\n')
    .slice(1)
    .flatMap((part) => {
      const raw = Buffer.from(part.slice(0, part.indexOf('endstream')), 'latin1');
      try {
        return [inflateSync(raw).toString('latin1')];
      } catch {
        return [];
      }
    });

/** Every text that the fonts of a PDF can say: what its ToUnicode maps give for the glyphs on its pages. */
function textOf(pdf: Buffer): string[] {
  const streams = streamsOf(pdf);
  const maps = streams
    .filter((stream) => stream.includes('beginbfrange'))
    .map((stream) => {
      const letters = [...(/\[([^\]]*)\]/.exec(stream)?.[1] ?? '').matchAll(/<([0-9a-f ]*)>/g)];
      return letters.map(([, hex = '']) => Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'));
    });
  return streams
    .filter((stream) => stream.includes(' TJ'))
    .flatMap((stream) => [...stream.matchAll(/\[([^\]]*)\] TJ/g)])
    .flatMap(([, shown = '']) => {
      const glyphs = [...shown.matchAll(/<([0-9a-f]+)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
      return maps.map((letters) => glyphs.map((glyph) => letters[Number.parseInt(glyph, 16)] ?? '').join(''));
    });
}

const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length;
const print = (over: Partial<PosterWords> = {}) =>
  renderToBuffer(PosterDocument({ locale: 'vi', words: { ...words, ...over }, url }));

test('the poster says day, hours and place, and no price that nobody knows', async () => {
  const pdf = await print();
  const said = textOf(pdf).join('\n');
  for (const text of [words.day, words.times, 'Nhà văn hóa khu phố 5', 'Nhận ra']) expect(said).toContain(text);
  expect(said).not.toMatch(/miễn phí/i);
  expect(pagesOf(pdf)).toBe(1);
});

test('it is one sheet, however much there is to say', async () => {
  const long = 'Các cô mang theo điện thoại đã sạc đầy pin, căn cước công dân và kính đọc sách. '.repeat(12);
  const pdf = await print({ title: words.title.repeat(4), lines: [{ term: 'Hội nhắn', text: long }] });
  expect(pagesOf(pdf)).toBe(1);
});
