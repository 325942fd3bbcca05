import { expect, test } from 'vitest';
import { inTens, unlessFew } from './small-count';

test('of persons one to four are not told; none and five are', () => {
  expect([0, 1, 4, 5, 6].map(unlessFew)).toEqual([0, null, null, 5, 6]);
});

test('by a sensitive attribute only the ten that was passed is told, and nothing below, none neither', () => {
  expect([0, 9, 10, 13, 19, 20].map(inTens)).toEqual([null, null, 10, 10, 10, 20]);
});
