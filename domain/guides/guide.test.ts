import { expect, test } from 'vitest';
import { comingReview, coverOf } from './guide';

test('guides that share a topic look different where one of them has a more special one', () => {
  const selling = { code: 'business-online' };
  expect(coverOf([selling])).not.toEqual(coverOf([selling, { code: 'ocop' }]));
  expect(coverOf([{ code: 'scams-and-safety' }, { code: 'personal-data' }])).toEqual(
    coverOf([{ code: 'scams-and-safety' }]),
  );
});

test('readers are told the day of the next review until it comes', () => {
  expect(comingReview({ reviewOn: '2027-05-02' }, '2027-05-01')).toBe('2027-05-02');
  for (const day of ['2027-05-02', '2027-05-03'] as const)
    expect(comingReview({ reviewOn: '2027-05-02' }, day)).toBeNull();
  expect(comingReview({ reviewOn: null }, '2027-05-01')).toBeNull();
});
