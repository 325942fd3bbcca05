import { expect, test } from 'vitest';
import { timedFigure, toldChange } from './figures';

const held = (done: number, since: number) =>
  timedFigure('sessions_held', { sessions_held: { done, since, state: 'known' } });
const pairs = (done: number) => timedFigure('pairs_active', { pairs_active: { done, state: 'known' } });

test('of a flow that moved in the days of its period those days are told, of one that moved before them what the year comes to', () => {
  expect(toldChange(held(58, 3), held(59, 4), 'count')).toEqual({ was: 3, now: 4, ofYear: false });
  expect(toldChange(held(58, 3), held(59, 3), 'count')).toEqual({ was: 58, now: 59, ofYear: true });
  expect(toldChange(pairs(7), pairs(8), 'count')).toEqual({ was: 7, now: 8, ofYear: false });
});
