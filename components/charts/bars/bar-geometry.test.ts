import { expect, test } from 'vitest';
import { barsIn, narrowBars, wideBars } from './bar-geometry';

test('a bar of all fills the room, half of it half, and one of nothing is not there but its word is', () => {
  for (const frame of [wideBars, narrowBars]) {
    const { rows } = barsIn([100, 50, 0, null], frame);
    const room = frame.right - frame.left;
    expect(rows.map(({ bar }) => bar.width)).toEqual([room, room / 2, 0, 0]);
    expect(rows.map(({ word }) => word.x >= frame.left)).toEqual([true, true, true, true]);
  }
});

test('a word stands behind its bar with room to the edge, and no row touches the next', () => {
  for (const frame of [wideBars, narrowBars]) {
    const { rows, height } = barsIn([100, 100], frame);
    const [one, other] = rows;
    expect(frame.width - (one?.word.x ?? 0)).toBeGreaterThan(80);
    expect((one?.bar.y ?? 0) + (one?.bar.height ?? 0)).toBeLessThan((other?.name.y ?? 0) - 10);
    expect((other?.bar.y ?? 0) + (other?.bar.height ?? 0)).toBeLessThanOrEqual(height);
  }
});

test('names stand beside their bars on a desk, and above them on a phone', () => {
  const nameOf = (frame: typeof wideBars) => barsIn([40], frame).rows[0]?.name;
  expect(nameOf(wideBars)).toMatchObject({ anchor: 'end', x: wideBars.left - 10 });
  expect(nameOf(narrowBars)).toMatchObject({ anchor: 'start', x: 0 });
});
