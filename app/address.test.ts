import { expect, test } from 'vitest';
import { partsAsked } from './address';

test('parts of a path are read in pairs; one without a value says nothing', () => {
  expect(partsAsked(['commune', 'long-hung', 'topic', 'vneid'])).toEqual({ commune: 'long-hung', topic: 'vneid' });
  expect(partsAsked(['commune'])).toEqual({ commune: '' });
  expect(partsAsked([])).toEqual({});
});
