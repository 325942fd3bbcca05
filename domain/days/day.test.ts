import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  type Day,
  dayOf,
  instantAt,
  isActiveOn,
  isDay,
  monthStart,
  startOf,
  toDate,
  weekStart,
} from './day';

describe('calendar days of Viet Nam', () => {
  test('an instant late in the evening in UTC already is the next day', () => {
    expect(dayOf(new Date('2026-11-24T16:59:59Z'))).toBe('2026-11-24');
    expect(dayOf(new Date('2026-11-24T17:00:00Z'))).toBe('2026-11-25');
  });

  test('a day begins at 17:00 UTC of the day before', () => {
    expect(startOf('2026-11-24').toISOString()).toBe('2026-11-23T17:00:00.000Z');
    expect(instantAt('2026-11-24', '00:30').toISOString()).toBe('2026-11-23T17:30:00.000Z');
  });

  test('31 February and 29 February of a common year are no days, 29 February of a leap year is one', () => {
    expect(['2026-02-31', '2026-02-29', '2026-13-01', '26-01-01', 'x'].filter(isDay)).toEqual([]);
    expect(isDay('2028-02-29')).toBe(true);
  });

  test('months and weeks turn where they should', () => {
    expect(monthStart('2026-01-31', -1)).toBe('2025-12-01');
    expect(monthStart('2026-12-05', 1)).toBe('2027-01-01');
    expect(weekStart('2026-11-29')).toBe('2026-11-23');
    expect(weekStart('2026-11-23')).toBe('2026-11-23');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addMonths('2026-11-24', 24)).toBe('2028-11-24');
    expect(addMonths('2024-02-29', 24)).toBe('2026-02-28');
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
    expect(addMonths('2027-01-31', -11)).toBe('2026-02-28');
  });

  test('a row holds from its first day up to, not including, its end', () => {
    const row = (to: Day | null) => ({ validFrom: toDate('2026-03-01'), validTo: to && toDate(to) });
    expect(isActiveOn(row('2026-04-01'), '2026-03-01')).toBe(true);
    expect(isActiveOn(row('2026-04-01'), '2026-04-01')).toBe(false);
    expect(isActiveOn(row(null), '2026-02-28')).toBe(false);
  });
});
