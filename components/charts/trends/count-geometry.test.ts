import { expect, test } from 'vitest';
import { countFrame, drawCounts } from './count-geometry';

test('each kind has a scale of its own: few fill their plot as many do', () => {
  const [few, many] = [drawCounts([0, 5, 10]), drawCounts([0, 5_000, 10_000])];
  expect(few.path).toBe(many.path);
  expect([few.top, many.top]).toEqual([10, 10_000]);
  expect(few.last?.at).toEqual({ x: countFrame.right, y: countFrame.top });
});

test('the scale is round and reaches over the largest count', () => {
  expect([2148, 7, null].map((most) => drawCounts([most]).top)).toEqual([2500, 8, 4]);
});

test('a kind that there is none of lies flat on the ground, with a scale that says so', () => {
  const { last, top } = drawCounts([0, 0, 0]);
  expect(last).toMatchObject({ value: 0, at: { y: countFrame.bottom } });
  expect(top).toBe(4);
});

test('a month without a count is a gap and no zero; what is said begins and ends where something is known', () => {
  const { path, first, last } = drawCounts([null, 3, null, 8, null]);
  expect(path.split('M')).toHaveLength(3);
  expect([first?.index, last?.index]).toEqual([1, 3]);
  expect(drawCounts([null]).last).toBeNull();
});
