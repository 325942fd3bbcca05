import { expect, test } from 'vitest';
import { guidedTold, inTens, seatsTold } from './small-count';

test('of persons only the ten that was passed is told, and nothing below, none neither', () => {
  expect([0, 9, 10, 13, 19, 20].map(inTens)).toEqual([null, null, 10, 10, 10, 20]);
});

test('women guided are told from twenty on: of fewer the units with a pair that are told beside would leave no ten numbers', () => {
  expect([0, 9, 10, 19, 20, 29, 30].map(guidedTold)).toEqual([null, null, null, null, 20, 20, 30]);
});

test('seats are told in numbers, but of priority groups only whether there are any left, also when none is taken', () => {
  expect(seatsTold('everyone', 40, 37)).toEqual({ isFull: false, seats: 40, free: 37 });
  for (const [free, isFull] of [
    [40, false],
    [37, false],
    [1, false],
    [0, true],
  ] as const)
    expect(seatsTold('priority_groups', 40, free)).toEqual({ isFull, seats: null, free: null });
});
