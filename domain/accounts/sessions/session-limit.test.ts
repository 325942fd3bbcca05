import { describe, expect, test } from 'vitest';
import { isPast, limitOf, SESSION_LONGEST_HOURS } from './session-limit';

const HOUR = 3_600_000;
const now = new Date('2026-11-29T03:00:00Z');
const ago = (hours: number, milliseconds = 0) => new Date(now.getTime() - hours * HOUR - milliseconds);

describe('how long a session lasts', () => {
  test('the strictest of her roles counts, each limit by itself', () => {
    expect(limitOf(['trainer'])).toEqual({ idleHours: 72, longestHours: 720 });
    expect(limitOf(['trainer', 'system_administrator'])).toEqual({ idleHours: 1, longestHours: 12 });
    expect(limitOf(['editor', 'province_official'])).toEqual({ idleHours: 4, longestHours: 168 });
  });

  test('without any role it is a day, and nobody has more than thirty', () => {
    expect(limitOf([])).toEqual({ idleHours: 4, longestHours: 24 });
    expect(SESSION_LONGEST_HOURS).toBe(720);
  });

  test('an administrator’s is over after one hour without use, to the millisecond', () => {
    const times = (lastSeenAt: Date) => ({ createdAt: ago(2), lastSeenAt });
    expect(isPast(times(ago(1, -1)), ['system_administrator'], now)).toBe(false);
    expect(isPast(times(ago(1)), ['system_administrator'], now)).toBe(true);
    expect(isPast(times(ago(71)), ['trainer'], now)).toBe(false);
    expect(isPast(times(ago(72)), ['trainer'], now)).toBe(true);
  });

  test('however much it is used, it is over after its longest', () => {
    const used = (createdAt: Date) => ({ createdAt, lastSeenAt: now });
    expect(isPast(used(ago(12, -1)), ['system_administrator'], now)).toBe(false);
    expect(isPast(used(ago(12)), ['system_administrator'], now)).toBe(true);
    expect(isPast(used(ago(12)), ['commune_official'], now)).toBe(false);
    expect(isPast(used(ago(14 * 24)), ['commune_official'], now)).toBe(true);
  });
});
