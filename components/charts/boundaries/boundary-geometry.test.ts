import { expect, test } from 'vitest';
import { boundaryText } from '@/domain/boundaries/reading/board-fixture';
import { readBoundaries } from '@/domain/boundaries/reading/boundary-file';
import { drawBoundaries } from './boundary-geometry';

const CODES = ['26122', '26116', '26134', '26158'];
const read = readBoundaries(boundaryText(CODES));
if (!read.ok) throw new Error(read.problem);
const drawing = drawBoundaries('a', read.value.topology);

/** Every corner that a path goes through. */
function cornersOf(path: string): string[] {
  const [start = '', steps = ''] = path.slice(1, -1).split('l');
  let [x = 0, y = 0] = start.split(' ').map(Number);
  const numbers = steps.match(/-?\d+/g)?.map(Number) ?? [];
  const corners = [`${x} ${y}`];
  for (let at = 0; at < numbers.length; at += 2) {
    x += numbers[at] ?? 0;
    y += numbers[at + 1] ?? 0;
    corners.push(`${x} ${y}`);
  }
  return corners;
}

test('each commune is drawn once, within the drawing, by whole steps', () => {
  expect(drawing.areas.map(({ code }) => code)).toEqual(CODES);
  for (const { path } of drawing.areas) {
    expect(path).toMatch(/^M\d+ \d+l[-\d ]+z$/);
    for (const corner of cornersOf(path)) {
      const [x = -1, y = -1] = corner.split(' ').map(Number);
      expect(x >= 0 && x <= drawing.width && y >= 0 && y <= drawing.height, corner).toBe(true);
    }
  }
});

test('neighbours are drawn without a gap: they go through the same corners', () => {
  const [one, other, , far] = drawing.areas.map(({ path }) => new Set(cornersOf(path)));
  const shared = [...(one ?? [])].filter((corner) => other?.has(corner));
  expect(shared.length).toBeGreaterThan(2);
  expect([...(one ?? [])].some((corner) => far?.has(corner))).toBe(false);
});

test('a name stands inside its commune, with room around it', () => {
  for (const { at, room, path } of drawing.areas) {
    const xs = cornersOf(path).map((corner) => Number(corner.split(' ')[0]));
    expect(at.x - room).toBeGreaterThanOrEqual(Math.min(...xs));
    expect(at.x + room).toBeLessThanOrEqual(Math.max(...xs));
    expect(room).toBeGreaterThan(50);
  }
});
