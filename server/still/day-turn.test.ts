import { expect, test, vi } from 'vitest';
import { eachMidnight, untilMidnight } from './day-turn';

test('the day turns at midnight in Viet Nam, whatever the server thinks', () => {
  expect(untilMidnight(Date.parse('2026-11-24T16:59:59Z'))).toBe(1_000);
  expect(untilMidnight(Date.parse('2026-11-24T17:00:00Z'))).toBe(86_400_000);
  expect(untilMidnight(Date.parse('2026-11-24T00:00:00+07:00'))).toBe(86_400_000);
});

test('it turns every day, until it is stopped', () => {
  vi.useFakeTimers({ now: Date.parse('2026-11-24T20:00:00+07:00') });
  const turn = vi.fn();
  const stop = eachMidnight(turn);
  vi.advanceTimersByTime(4 * 3_600_000 - 1);
  expect(turn).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(turn).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(2 * 86_400_000);
  expect(turn).toHaveBeenCalledTimes(3);
  stop();
  vi.advanceTimersByTime(86_400_000);
  expect(turn).toHaveBeenCalledTimes(3);
  vi.useRealTimers();
});
