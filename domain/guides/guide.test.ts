import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comingReview, coverOf, coversBeside } from './guide';

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

test('no two guides beside each other show the same screen, however many of one topic a list has', () => {
  const codes = ['vneid', 'ocop', 'scams-and-safety', 'unknown'];
  fc.assert(
    fc.property(fc.array(fc.subarray(codes), { maxLength: 40 }), (lists) => {
      const screens = coversBeside(lists.map((topics) => ({ topics: topics.map((code) => ({ code })) }))).map(
        ({ screen }) => screen,
      );
      for (const [at, screen] of screens.entries())
        expect(screens.slice(Math.max(0, at - 3), at)).not.toContain(screen);
      expect(screens[0]).toBe(lists[0] && coverOf(lists[0].map((code) => ({ code }))).screen);
    }),
  );
});
