import { describe, expect, test } from 'vitest';
import {
  boundsOf,
  centerOf,
  combOf,
  combPlaces,
  cornersOf,
  coverStep,
  distanceBetween,
  inReadingOrder,
  radiusOf,
  tilesBeside,
  wholePercent,
} from './hexagon';

const longHung = { name: 'Long Hưng', q: -3, r: 11 };
const places = [
  longHung,
  { name: 'Tam Phước', q: -2, r: 11 },
  { name: 'Long Bình', q: -3, r: 10 },
  { name: 'Phước Tân', q: -2, r: 10 },
  { name: 'Trấn Biên', q: -4, r: 10 },
  { name: 'Biên Hòa', q: -5, r: 10 },
  { name: 'Đăk Ơ', q: 5, r: 0 },
];

describe('the honeycomb', () => {
  test('a tile stands at q + r/2 across and r·0.866 down, in widths', () => {
    expect(centerOf({ q: 1, r: 6 }, 74)).toEqual({ x: 296, y: 6 * (Math.sqrt(3) / 2) * 74 });
    expect(centerOf(longHung, 100).x).toBe(250);
  });

  test('a tile has six corners, the first on top', () => {
    expect(cornersOf({ x: 0, y: 0 }, 40)).toBe('0,-40 34.6,-20 34.6,20 0,40 -34.6,20 -34.6,-20');
  });

  test('the drawn tile leaves paper to its neighbour', () => {
    expect(2 * radiusOf(74) * (Math.sqrt(3) / 2)).toBeLessThan(74);
    expect(2 * radiusOf(74) * (Math.sqrt(3) / 2)).toBeGreaterThan(70);
  });

  test('tiles of a comb are closed outlines of whole steps, no further from their places than half a unit', () => {
    const middles = [
      { x: 300.4, y: 200.4 },
      { x: 10.6, y: -20.2 },
      { x: 99.9, y: -20.2 },
    ];
    const comb = combOf(middles, 93.7);
    expect(comb).not.toContain('.');
    const steps = [...comb.matchAll(/[Mm](-?\d+) (-?\d+)l(\d+) (\d+)v(\d+)l-(\d+) (\d+)-(\d+)-(\d+)v-(\d+)z/g)];
    let [x, y] = [0, 0];
    const tops = steps.map(([, right, down]) => {
      [x, y] = [x + Number(right), y + Number(down)];
      return { x, y };
    });
    expect(tops).toEqual([
      { x: 11, y: -114 },
      { x: 100, y: -114 },
      { x: 300, y: 107 },
    ]);
    expect(combOf([], 93.7)).toBe('');
  });

  test('the bounds hold every corner and the margin', () => {
    expect(boundsOf([{ q: 0, r: 0 }], 100)).toEqual({ x: -47.7, y: -55.1, width: 95.5, height: 110.3 });
    expect(boundsOf([{ q: 0, r: 0 }], 100, 10)).toEqual({ x: -57.7, y: -65.1, width: 115.5, height: 130.3 });
    expect(boundsOf([], 100)).toEqual({ x: 0, y: 0, width: 0, height: 0 });
  });

  test('neighbours touch the tile, and neither the tile itself nor the second ring counts', () => {
    expect(tilesBeside(longHung, places).map(({ name }) => name)).toEqual(['Tam Phước', 'Long Bình', 'Phước Tân']);
    expect(distanceBetween(longHung, { q: -4, r: 10 })).toBe(2);
  });

  test('the map reads from north to south, each row from the west', () => {
    expect(inReadingOrder(places).map(({ name }) => name)).toEqual([
      'Đăk Ơ',
      'Biên Hòa',
      'Trấn Biên',
      'Long Bình',
      'Phước Tân',
      'Long Hưng',
      'Tam Phước',
    ]);
  });
});

describe('the coverage scale', () => {
  test('five steps with their edges', () => {
    const edges = [1, 19, 20, 39, 40, 59, 60, 79, 80, 100];
    expect(edges.map(coverStep)).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
  });

  test('the colour belongs to the number that is shown', () => {
    expect([wholePercent(39.4), coverStep(39.4)]).toEqual([39, 2]);
    expect([wholePercent(39.7), coverStep(39.7)]).toEqual([40, 3]);
  });

  test('only nothing is 0 and only everything is 100', () => {
    expect([0, 0.3, 0.5, 57.7, 99.8, 100].map(wholePercent)).toEqual([0, 1, 1, 58, 99, 100]);
  });
});

test('a honeycomb percent has one tile a percent, filled column by column', () => {
  expect(combPlaces).toHaveLength(100);
  expect(combPlaces.slice(0, 2)).toEqual([
    { x: 0, y: 0 },
    { x: 0.5, y: Math.sqrt(3) / 2 },
  ]);
  expect(combPlaces[99]).toEqual({ x: 19, y: 2 * Math.sqrt(3) });
});
