import { renderToBuffer } from '@react-pdf/renderer';
import { expect, test } from 'vitest';
import { pagesOf, textOf } from '@/components/ui/print/test-pdf';
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
