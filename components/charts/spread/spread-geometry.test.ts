import { expect, test } from 'vitest';
import { drawSpread } from './spread-geometry';

const step = (from: number, places: number) => ({ from, to: from + 10, places });

test('the longest bar fills the width, others are in proportion, and a step without places has none', () => {
  expect(drawSpread([step(0, 20), step(10, 40), step(20, 0)]).map(({ length }) => length)).toEqual([50, 100, 0]);
});

test('one place among very many is still seen', () => {
  expect(drawSpread([step(0, 1), step(10, 900)])[0]?.length).toBe(1.5);
});

test('steps are named without overlap: 10 stands in the second, 100 in the last', () => {
  expect(drawSpread([step(0, 1), step(10, 1), step(90, 1)]).map(({ last }) => last)).toEqual([9, 19, 100]);
});

test('without any place nothing is drawn', () => {
  expect(drawSpread([step(0, 0)]).map(({ length }) => length)).toEqual([0]);
  expect(drawSpread([])).toEqual([]);
});
