import { expect, test } from 'vitest';
import { holds } from './proof';

const proof = { mark: 'a', transaction: '4294967400' };
const found = { mark: 'a', setBy: '104', next: '4294967401' };

test('a mark holds while the transaction that set it is the last one, in the database it was set in', () => {
  expect(holds(proof, found)).toBe(true);
});

test('it holds no more once anybody has written anything', () => {
  expect(holds(proof, { ...found, next: '4294967402' })).toBe(false);
});

test('it does not hold in a copy from before, in one that was filled from a dump, nor in one that has lost transactions', () => {
  expect(holds(proof, { ...found, mark: 'b' })).toBe(false);
  expect(holds(proof, { ...found, setBy: '103' })).toBe(false);
  expect(holds(proof, { ...found, next: '4294967400' })).toBe(false);
});
