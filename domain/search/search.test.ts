import { expect, test } from 'vitest';
import { askedFor, isLookedFor } from './search';

test('a question is cut, not refused, and ends with a word', () => {
  expect(askedFor('a'.repeat(500))).toHaveLength(80);
  expect(askedFor('dài '.repeat(100))).toMatch(/dài$/);
  expect(askedFor(undefined)).toBe('');
});

test('what cannot be narrowed by something is left out where that is asked for', () => {
  const kinds = ['commune', 'session', 'model', 'article', 'indicator'] as const;
  const asked = (narrowing: Parameters<typeof isLookedFor>[1]) => kinds.filter((kind) => isLookedFor(kind, narrowing));
  expect(asked({})).toEqual(kinds);
  expect(asked({ commune: 'long-hung' })).toEqual(['session', 'model', 'article']);
  expect(asked({ topic: 'vneid', from: '2026-05-01', language: 'en' })).toEqual(['session', 'article']);
  expect(asked({ kind: 'story' })).toEqual(['article']);
  expect(asked({ kind: 'commune', from: '2026-05-01' })).toEqual([]);
  expect(asked({ after: '1' })).toEqual(['article']);
  expect(asked({ kind: 'session', after: '1' })).toEqual(['session']);
});
