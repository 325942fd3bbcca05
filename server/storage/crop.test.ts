import { expect, test } from 'vitest';
import { cropOf, widthFor } from './crop';

const widths = [480, 800, 1200, 1600];
const wide = { width: 1600, height: 1000 };

test('a box is filled by the narrowest size that stays sharp in it, else by the widest', () => {
  expect(widthFor({ ...wide, widths }, { width: 500, height: 610 })).toBe(1200);
  expect(widthFor({ ...wide, widths }, { width: 400, height: 200 })).toBe(480);
  expect(widthFor({ width: 300, height: 900, widths: [300] }, { width: 1080, height: 460 })).toBe(300);
});

test('what must not be cut off stands in the middle of the box, or as near as the edges allow; nothing outside the picture is cut', () => {
  const box = { width: 500, height: 610 };
  for (const x of [0, 10, 50, 70, 100])
    for (const y of [0, 50, 100])
      for (const whole of [wide, { width: 600, height: 1600 }, { width: 90, height: 60 }]) {
        const { scaled, cut } = cropOf({ ...whole, focal: { x, y } }, box);
        const at = [(scaled.width * x) / 100 - cut.left, (scaled.height * y) / 100 - cut.top];
        expect(cut).toMatchObject(box);
        expect(cut.left >= 0 && cut.left + cut.width <= scaled.width).toBe(true);
        expect(cut.top >= 0 && cut.top + cut.height <= scaled.height).toBe(true);
        for (const [side, room] of [
          [at[0] ?? -1, box.width],
          [at[1] ?? -1, box.height],
        ] as const)
          expect(side >= -1 && side <= room + 1).toBe(true);
      }
  const { cut, scaled } = cropOf({ ...wide, focal: { x: 50, y: 50 } }, box);
  expect([scaled, cut.left, cut.top]).toEqual([{ width: 976, height: 610 }, 238, 0]);
});
