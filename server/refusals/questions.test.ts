import { expect, test } from 'vitest';
import { QuestionLimit } from './questions';

const ask = (limit: QuestionLimit, times: number, path: string, network = 'a') =>
  Array.from({ length: times }, () => !limit.isTooMuch(network, path)).filter(Boolean).length;

test('three hundred questions to the search in a quarter of an hour, then a network waits; its neighbour does not', () => {
  let now = 0;
  const limit = new QuestionLimit(() => now);
  expect(ask(limit, 306, '/vi/search/asked')).toBe(300);
  expect(ask(limit, 1, '/vi/search/asked', 'b')).toBe(1);
  now = 15 * 60_000;
  expect(ask(limit, 306, '/en/search/asked')).toBe(300);
});

test('who searches too much may still look for a class, twice as often at once', () => {
  const limit = new QuestionLimit(() => 0);
  ask(limit, 400, '/vi/search/asked');
  expect(ask(limit, 700, '/vi/trainings/asked')).toBe(600);
  expect(ask(limit, 1, '/vi/news/asked')).toBe(0);
});
