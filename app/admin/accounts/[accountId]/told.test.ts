import { expect, test } from 'vitest';
import { deedTold } from './told';

test('an account is said to be closed, or opened again, only while it is', () => {
  const told = (said: unknown) => [deedTold(said, { disabled: false }), deedTold(said, { disabled: true })];
  expect(told('disabled')).toEqual([undefined, 'disabled']);
  expect(told('reopened')).toEqual(['reopened', undefined]);
  expect(told('granted')).toEqual(['granted', 'granted']);
  for (const other of [undefined, 'erased', ['disabled']]) expect(told(other)).toEqual([undefined, undefined]);
});
