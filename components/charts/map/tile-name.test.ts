import { describe, expect, test } from 'vitest';
import { fitName, textWidth } from './tile-name';

describe('a name in its tile', () => {
  test('two words stand in two lines at full size', () => {
    expect(fitName('Trảng Dài', 60, 66, 15)).toEqual({ lines: ['Trảng', 'Dài'], size: 15 });
  });

  test('three words break where the letters can stay largest', () => {
    expect(fitName('Nam Cát Tiên', 60, 66, 15)).toEqual({ lines: ['Nam', 'Cát Tiên'], size: 15 });
    expect(fitName('Bù Gia Mập', 60, 66, 15)).toEqual({ lines: ['Bù Gia', 'Mập'], size: 15 });
  });

  test('what does not fit becomes smaller instead of running over the edge', () => {
    const { lines, size } = fitName('Nam Cát Tiên', 48, 54, 15);
    expect(size).toBeLessThan(15);
    expect(Math.max(...lines.map((line) => textWidth(line) * size))).toBeLessThanOrEqual(54);
  });

  test('marks do not widen a letter', () => {
    expect(textWidth('Ẩn')).toBe(textWidth('An'));
    expect(textWidth('Hòa')).toBe(textWidth('Hòa'.normalize('NFD')));
  });

  test('estimated widths stay within a tenth of the font’s own', () => {
    const measured = { Quang: 3.3, Phước: 3.15, Thiện: 2.76, Đường: 3.29, Trảng: 2.93, Riềng: 2.84, Minh: 2.35 };
    for (const [word, width] of Object.entries(measured))
      expect(Math.abs(textWidth(word) / width - 1)).toBeLessThan(0.1);
  });
});
