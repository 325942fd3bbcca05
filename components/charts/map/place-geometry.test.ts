import { describe, expect, test } from 'vitest';
import { litPlace, pictureShapes, tilesAround } from './place-geometry';

const place = (code: string, q: number, r: number) => ({ code, q, r });
const places = [place('a', 0, 0), place('b', 1, 0), place('c', -1, 0), place('d', 0, 1), place('far', 9, 9)];

describe('the place picture', () => {
  test('lights the place asked for, and without one the middle of the province', () => {
    expect(litPlace(places, 'b')?.code).toBe('b');
    expect(litPlace(places.slice(0, 4), null)?.code).toBe('a');
    expect(litPlace([], null)).toBeNull();
  });

  test('shows the tiles beside it and nothing that lies outside of the picture', () => {
    const lit = litPlace(places, 'a');
    const tiles = lit ? tilesAround(lit, places, 'card') : [];
    expect(tiles.map((tile) => tile.place.code)).toEqual(['b', 'c', 'd']);
    expect(tiles.map(({ at }) => at)).toEqual([
      { x: 254, y: 132 },
      { x: -46, y: 132 },
      { x: 179, y: 261.9 },
    ]);
  });

  test('only tiles that are seen whole may bear a name', () => {
    const lit = litPlace(places, 'a');
    const tiles = lit ? tilesAround(lit, places, 'card') : [];
    expect(tiles.map(({ whole }) => whole)).toEqual([true, false, false]);
  });

  test('every shape has its lit tile inside', () => {
    for (const { width, height, at, spacing } of Object.values(pictureShapes)) {
      expect(at.x - spacing / 2).toBeGreaterThan(0);
      expect(at.x + spacing / 2).toBeLessThan(width);
      expect(at.y + spacing / 2).toBeLessThan(height);
    }
  });
});
