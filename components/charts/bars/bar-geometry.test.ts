import { expect, test } from 'vitest';
import { barsIn, nameIn, narrowBars, narrowUnitBars, wideBars, wideUnitBars } from './bar-geometry';

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

test('of units there is room for the longest names of the city, and for their share with how many of how many', () => {
  const name = 'Chi hội Khu phố Đồng Xoài Nhỏ';
  for (const frame of [wideUnitBars, narrowUnitBars]) {
    expect(nameIn(name, frame)).toBe(name);
    const [row] = barsIn([100], frame).rows;
    expect(frame.width - (row?.word.x ?? 0)).toBeGreaterThan(12 * 9);
  }
});

test('a longer name is cut within its room and says so', () => {
  const name = 'Chi hội Cơ quan Ủy ban nhân dân, Mặt trận và các đoàn thể của phường';
  for (const frame of [wideBars, wideUnitBars, narrowUnitBars]) {
    const shown = nameIn(name, frame);
    expect(shown.endsWith('…')).toBe(true);
    expect(name.startsWith(shown.slice(0, -1))).toBe(true);
    expect(shown.length * 8.4).toBeLessThanOrEqual(frame.above ? frame.width : frame.left);
  }
});
