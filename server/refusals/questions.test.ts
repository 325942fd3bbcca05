import { expect, test } from 'vitest';
import type { Place } from '../still/drawing/desk';
import { QuestionLimit } from './questions';

const ask = (limit: QuestionLimit, times: number, path: string, network = 'a', keep: Place['keep'] = 'never') =>
  Array.from({ length: times }, () => !limit.isTooMuch(network, { path, keep })).filter(Boolean).length;

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

test('whether a search may be kept or not, it is counted with all others; a page that is no answer is not counted', () => {
  const limit = new QuestionLimit(() => 0);
  expect(ask(limit, 200, '/vi/search/asked?q=a', 'a', 'again')).toBe(200);
  expect(ask(limit, 200, '/vi/search/asked')).toBe(100);
  expect(ask(limit, 1_000, '/vi/news', 'a', 'good')).toBe(1_000);
});

test('pictures of sessions and numbers are painted for a network as fast as messengers want them, and no faster; lists are counted apart', () => {
  let now = 0;
  const limit = new QuestionLimit(() => now);
  const card = '/vi/session-card.png/ngang/vneid-long-hung';
  expect(ask(limit, 130, card, 'a', 'again')).toBe(120);
  expect(ask(limit, 1, '/en/figure-card.png/wide/coverage/dong-nai/2026-10-31', 'a', 'again')).toBe(0);
  expect(ask(limit, 1, card, 'b', 'again')).toBe(1);
  expect(ask(limit, 1, '/vi/trainings/asked')).toBe(1);
  now = 5_000;
  expect(ask(limit, 9, card, 'a', 'again')).toBe(5);
});
