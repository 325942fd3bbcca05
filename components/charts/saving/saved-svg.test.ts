import { expect, test } from 'vitest';
import { savedSvg } from './saved-svg';

const drawing = { inner: '<path d="M0 0h1"/>', x: 0, y: 0, width: 300, height: 150 };
const words = { title: 'Tỷ lệ <bao phủ> & hơn', lines: ['Tính đến 28/11/2026', 'Nguồn: Hội', 'Dữ liệu minh họa'] };

test('a picture that leaves the page says what it is, of which day, from whom, and that it is made up', () => {
  const { markup } = savedSvg([drawing], words);
  expect(markup).toContain('<title>Tỷ lệ &lt;bao phủ&gt; &amp; hơn</title>');
  for (const line of words.lines) expect(markup).toContain(`>${line}</text>`);
  expect(markup).toContain(drawing.inner);
});

test('its letters go with it, and stand before whatever is written in them', () => {
  const { markup } = savedSvg([drawing], words, '@font-face{}');
  expect(markup.indexOf('<style>@font-face{}</style>')).toBeLessThan(markup.indexOf('<text'));
  expect(markup).toContain('<style>@font-face{}</style>');
  expect(savedSvg([drawing], words).markup).not.toContain('<style>');
});

test('a long line goes on below, whole words at a time, and the picture grows by it and not in width', () => {
  const long = Array.from({ length: 60 }, (_, at) => `chữ${at}`).join(' ');
  const [short, grown] = [['một'], [long]].map((lines) => savedSvg([drawing], { title: 'Tên', lines }));
  const told = [...(grown?.markup.matchAll(/font-size="15"[^>]*>([^<]*)</g) ?? [])].map(([, line = '']) => line);
  expect(told.length).toBeGreaterThan(2);
  expect(told.join(' ')).toBe(long);
  for (const line of told) expect(line.length).toBeLessThanOrEqual(110);
  expect(grown?.height).toBe((short?.height ?? 0) + 22 * (told.length - 1));
});

test('words of a page are no part of its drawing: what could be markup is not', () => {
  const { markup } = savedSvg([], { title: '<script>', lines: ['"a" > b'] });
  expect(markup).not.toContain('<script>');
  expect(markup).toContain('&quot;a&quot; &gt; b');
});

test('drawings stand side by side under their captions, and all lines below the tallest', () => {
  const { markup, width, height } = savedSvg(
    [
      { ...drawing, caption: 'Một' },
      { ...drawing, height: 400, caption: 'Hai' },
    ],
    words,
  );
  expect(width).toBe(300 + 32 + 300 + 48);
  expect(markup).toContain('<svg x="24" ');
  expect(markup).toContain('<svg x="356" ');
  const lowest = Math.max(...[...markup.matchAll(/<text x="24" y="(\d+)"/g)].map(([, y]) => Number(y)));
  expect(lowest).toBeGreaterThan(400);
  expect(lowest).toBeLessThan(height);
});

test('a small picture is as wide as the longest line below it, such as the address to cite', () => {
  const address = `Trích dẫn: https://phunuso.example/so-lieu/ty-le-bao-phu-chi-hoi/dong-nai/2026-11-28`;
  expect(savedSvg([drawing], { ...words, lines: [...words.lines, address] }).width).toBeGreaterThan(700);
});
