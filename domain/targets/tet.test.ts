import { describe, expect, test } from 'vitest';
import { addDays, type Day, daysBetween } from '@/domain/days/day';
import { holidayOn } from '@/domain/trainings/booking/holiday';
import { campaignDaysUntil, isCampaignDay, lunarNewYears, moveByCampaignDays } from './tet';

const days = (from: Day, count: number) => Array.from({ length: count }, (_, at) => addDays(from, at));

describe('weeks of Tết', () => {
  test('the first days of a lunar year that the campaign leaves out are holidays on which no session is planned either', () => {
    for (const day of lunarNewYears.filter((each) => each >= '2026-01-01' && each < '2031-01-01'))
      expect([addDays(day, -1), day, addDays(day, 2)].map((each) => holidayOn(each)?.id)).toEqual([
        'tet',
        'tet',
        'tet',
      ]);
  });

  test('one whole week is left out where Tết lies in one, two where it lies across a Sunday', () => {
    // 2026: the eve is a Monday. 2027: the eve is a Friday, the third day a Monday
    const left = (from: Day, count: number) => days(from, count).filter((day) => !isCampaignDay(day));
    expect(left('2026-02-01', 28)).toEqual(days('2026-02-16', 7));
    expect(left('2027-01-25', 28)).toEqual(days('2027-02-01', 14));
  });

  test('days of the campaign are counted and walked alike, over Tết in both directions', () => {
    expect(campaignDaysUntil('2026-02-15', '2026-02-22')).toBe(0);
    expect(campaignDaysUntil('2026-02-12', '2026-02-25')).toBe(6);
    expect(campaignDaysUntil('2026-02-25', '2026-02-12')).toBe(0);
    expect(moveByCampaignDays('2026-02-12', 7)).toBe('2026-02-26');
    expect(moveByCampaignDays('2026-02-26', -7)).toBe('2026-02-12');
    expect(moveByCampaignDays('2026-02-26', 0)).toBe('2026-02-26');
    for (const from of days('2027-01-20', 40))
      for (const count of [1, 6, 7, 20]) {
        const to = moveByCampaignDays(from, count);
        expect(campaignDaysUntil(from, to), `${count} days from ${from}`).toBe(count);
        expect(isCampaignDay(to), `${count} days from ${from}`).toBe(true);
        expect(daysBetween(to, moveByCampaignDays(to, -count))).toBeLessThanOrEqual(-count);
      }
  });
});
