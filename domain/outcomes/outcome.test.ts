import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LearnedLevel, learnedLevels } from '@/domain/scales/learned-level';
import { compareCells, drawnFrom, readDrawn } from './outcome';

const levels = fc.constantFrom<LearnedLevel>(...learnedLevels);
const standing = fc
  .dictionary(fc.constantFrom('a.x', 'a.y', 'b.x', 'b.y'), levels)
  .map((cells) => new Map(Object.entries(cells)));

describe('a table of levels', () => {
  test('what it was drawn from is read back', () => {
    fc.assert(
      fc.property(standing, (cells) => {
        expect(readDrawn(drawnFrom(cells))).toEqual(cells);
        expect(drawnFrom(cells)).not.toMatch(/[\r\n]/); // a form would send them as another line end
      }),
    );
    expect(readDrawn('')).toEqual(new Map());
    expect(readDrawn('a.x=nonsense')).toEqual(new Map());
  });

  test('only what she changed is written, and only over what she saw', () => {
    fc.assert(
      fc.property(standing, standing, standing, (drawn, sentSome, now) => {
        const keys = ['a.x', 'a.y', 'b.x', 'b.y'];
        const sent = new Map(keys.map((key) => [key, sentSome.get(key) ?? ('' as const)]));
        const { set, cleared, conflicts } = compareCells(sent, drawn, now);
        for (const key of keys) {
          const [is, was, wanted] = [now.get(key) ?? '', drawn.get(key) ?? '', sent.get(key)];
          const changed = wanted !== was && wanted !== is;
          expect(conflicts.includes(key)).toBe(changed && is !== was);
          expect(set.some((each) => each.key === key) || cleared.includes(key)).toBe(changed && is === was);
        }
      }),
    );
  });
});
