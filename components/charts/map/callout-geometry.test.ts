import { describe, expect, test } from 'vitest';
import { boxWithCallouts, placeCallouts } from './callout-geometry';

const place = (code: string, q: number, r: number) => ({ code, name: `Phước ${code}`, q, r });
const tiles = [0, 1, 2, 3, 4, 5].map((q) => place(String(q), q, 0)).concat(place('low', 0, 1));
const callout = (code: string) => ({ code, label: 'Câu lạc bộ đầu tiên', href: `/${code}` });

describe('callouts beside the map', () => {
  test('stand on the nearer side, clear of the tiles of their row', () => {
    const [left, right] = placeCallouts([callout('1'), callout('4')], tiles, 40);
    expect([left?.side, left?.to]).toEqual(['left', { x: -46, y: 0 }]);
    expect([right?.side, right?.to]).toEqual(['right', { x: 246, y: 0 }]);
  });

  test('never lie over each other', () => {
    const placed = placeCallouts([callout('low'), callout('0'), callout('1')], tiles, 40);
    const ys = placed.map(({ to }) => to.y).sort((one, other) => one - other);
    expect((ys[1] ?? 0) - (ys[0] ?? 0)).toBeGreaterThanOrEqual(58);
    expect((ys[2] ?? 0) - (ys[1] ?? 0)).toBeGreaterThanOrEqual(58);
  });

  test('a commune that is not on the map has none', () => {
    expect(placeCallouts([callout('gone')], tiles, 40)).toEqual([]);
  });

  test('the box holds tiles and text', () => {
    const placed = placeCallouts([callout('4')], tiles, 40);
    const box = boxWithCallouts(placed, tiles, 40);
    expect(box.x).toBeLessThan(-19);
    expect(box.x + box.width).toBeGreaterThan(246 + 120);
  });
});
