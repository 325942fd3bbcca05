import { expect, test } from 'vitest';
import { besideOf, drawing, placePoints } from './commune-geometry';

const inside = { lat: 11, lon: 107 };

test('north is up, east is right, and the farthest hall sets the scale', () => {
  const { points, scale } = placePoints(
    [
      { lat: 11.03, lon: 107 },
      { lat: 11, lon: 107.01 },
    ],
    inside,
  );
  const [north, east] = points;
  expect(north?.x).toBe(drawing.middle.x);
  expect(north?.y).toBeLessThan(drawing.middle.y);
  expect(east?.x).toBeGreaterThan(drawing.middle.x);
  expect(east?.y).toBe(drawing.middle.y);
  expect(scale.metres).toBe(2_000);
  expect(Math.abs(((north?.y ?? 0) - drawing.middle.y) / scale.length)).toBeCloseTo(3_339 / 2_000, 1);
});

test('marks of halls in one place stand beside each other', () => {
  const { points } = placePoints([inside, inside, inside], inside);
  for (const [at, one] of points.entries())
    for (const other of points.slice(at + 1)) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(24);
});

test('neighbours stand on the side on which the honeycomb has them', () => {
  const middle = { q: 0, r: 0 };
  expect(besideOf(middle, { q: 1, r: 0 }).anchor).toBe('start');
  expect(besideOf(middle, { q: -1, r: 0 }).anchor).toBe('end');
  expect(besideOf(middle, { q: 0, r: -1 }).y).toBeLessThan(drawing.middle.y);
  expect(besideOf(middle, { q: -1, r: 1 })).toMatchObject({ anchor: 'end' });
});
