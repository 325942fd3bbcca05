import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitted, linesOf, widthOf } from './card-letters';

const room = { width: 590, height: 372, sizes: [64, 46, 33], family: 'serif', leading: 1.24 } as const;
const words = fc
  .array(fc.stringMatching(/^[a-zđơưảẵệọỗĐĂ0-9“”,.:!-]{1,30}$/), { minLength: 1, maxLength: 30 })
  .map((parts) => parts.join(' '));

test('a letter is as wide as the one without its marks, however the marks are written', () => {
  expect(widthOf('Hệ thống', 'serif')).toBeCloseTo(widthOf('He thong', 'serif'));
  expect(widthOf('nữ'.normalize('NFD'), 'sans')).toBeCloseTo(widthOf('nữ', 'sans'));
  expect(widthOf('nữ', 'sans')).toBeGreaterThan(widthOf('nu', 'sans'));
});

test('lines say all words in their order, and are no longer than they may be', () => {
  fc.assert(
    fc.property(words, (text) => {
      const lines = linesOf(text, 12, 'sans');
      expect(lines.join(' ')).toBe(text);
      for (const line of lines.filter((one) => one.includes(' ')))
        expect(widthOf(line, 'sans')).toBeLessThanOrEqual(12);
    }),
  );
});

test('whatever a title is, it stays in its room: all of it, or its beginning with dots', () => {
  fc.assert(
    fc.property(words, (text) => {
      const { lines, size } = fitted(text, room);
      expect(lines.length * size * room.leading).toBeLessThanOrEqual(room.height + size);
      for (const line of lines) expect(widthOf(line.replace(/…$/, ''), 'serif') * size).toBeLessThanOrEqual(room.width);
      const said = lines.join(' ');
      const isWhole = said === text.normalize('NFC');
      expect(isWhole || said.endsWith('…') || lines.some((line) => !text.includes(` ${line} `))).toBe(true);
    }),
  );
});

test('a short title stands in the largest letters, a longer one in smaller ones', () => {
  const [short, long] = ['Long Hưng', 'Giờ trưa ở lớp mầm non, các cô dạy nhau dùng VNeID và cùng nhau học'].map(
    (text) => fitted(text, room),
  );
  expect(short?.size).toBe(64);
  expect(long?.size).toBeLessThan(64);
  expect(fitted('chữ '.repeat(200).trim(), room).lines.at(-1)).toMatch(/…$/);
});
