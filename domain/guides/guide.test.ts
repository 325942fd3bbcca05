import { expect, test } from 'vitest';
import { coverOf } from './guide';

test('guides that share a topic look different where one of them has a more special one', () => {
  const selling = { code: 'business-online' };
  expect(coverOf([selling])).not.toEqual(coverOf([selling, { code: 'ocop' }]));
  expect(coverOf([{ code: 'scams-and-safety' }, { code: 'personal-data' }])).toEqual(
    coverOf([{ code: 'scams-and-safety' }]),
  );
});
