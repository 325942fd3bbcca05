import { expect, test } from 'vitest';
import type { Day } from '@/domain/days/day';
import { publicCodes } from '@/domain/indicators/indicator';
import { CITY_SLUG, personsCode } from './figure';
import { figureOfShort, shortNumbers, shortOf } from './short-figure';

const day: Day = '2026-08-31';

test('every number that has a page has a short address of its own, which leads back to it', () => {
  expect(new Set(Object.keys(shortNumbers))).toEqual(new Set([...publicCodes, personsCode]));
  expect(new Set(Object.values(shortNumbers)).size).toBe(publicCodes.length + 1);
  for (const code of [...publicCodes, personsCode] as const) {
    const here = shortOf({ code, day, place: { level: 'commune', code: '26380' } });
    expect(figureOfShort(here)).toEqual({ code, day, place: '26380' });
    const city = shortOf({ code, day, place: { level: 'province', code: '75' } });
    expect(figureOfShort(city)).toEqual({ code, day, place: CITY_SLUG });
  }
});

test('a commune that has no code yet is named by its slug', () => {
  const short = shortOf({ code: 'sessions_held', day, place: { level: 'commune', code: 'phuoc-cu-2' } });
  expect(figureOfShort(short)).toEqual({ code: 'sessions_held', day, place: 'phuoc-cu-2' });
});

test('what names no number, no place or no day means nothing', () => {
  for (const text of [
    '',
    '1',
    '99-26380-260831',
    '1-26380-260230',
    '1--260831',
    '1-26380-2608',
    'x-26380-260831',
    '1-../a-260831',
  ])
    expect(figureOfShort(text), text).toBeNull();
});
