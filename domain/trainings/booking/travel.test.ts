import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minutesBetween, type Place, TRAVEL_MINUTES_MAX, travelMinutes } from './travel';

const at = (lat: number, lon: number, venueId: string | null = null): Place => ({
  venueId,
  point: { lat, lon },
  tile: null,
});
const on = (q: number, r: number, venueId: string | null = null): Place => ({ venueId, point: null, tile: { q, r } });

const place = fc.record({
  venueId: fc.option(fc.constantFrom('a', 'b', 'c')),
  point: fc.option(
    fc.record({
      lat: fc.double({ min: 10, max: 12.5, noNaN: true }),
      lon: fc.double({ min: 106, max: 108, noNaN: true }),
    }),
  ),
  tile: fc.option(fc.record({ q: fc.integer({ min: -9, max: 9 }), r: fc.integer({ min: -9, max: 9 }) })),
});

describe('the way between two places', () => {
  test('ten kilometres are 35 minutes, the next tile 39, another hall of the commune 23', () => {
    expect(travelMinutes(at(10.9, 106.9), at(10.99, 106.9))).toBe(36); // 10.007 km
    expect(travelMinutes(on(0, 0), on(1, 0))).toBe(39);
    expect(travelMinutes(on(0, 0), on(2, -1))).toBe(63);
    expect(travelMinutes(on(3, 3, 'a'), on(3, 3, 'b'))).toBe(23);
  });

  test('within one hall there is no way, and of unknown places nothing is said', () => {
    expect(travelMinutes(on(0, 0, 'a'), on(5, 5, 'a'))).toBe(0);
    expect(travelMinutes(at(10.9, 106.9), on(0, 0))).toBeNull();
    expect(travelMinutes({ venueId: null, point: null, tile: null }, on(0, 0))).toBeNull();
  });

  test('there and back take the same, never less than setting out, never more than across the province', () => {
    fc.assert(
      fc.property(place, place, (one, other) => {
        const minutes = travelMinutes(one, other);
        expect(travelMinutes(other, one)).toBe(minutes);
        if (minutes !== null && minutes !== 0) {
          expect(minutes).toBeGreaterThanOrEqual(15);
          expect(minutes).toBeLessThanOrEqual(TRAVEL_MINUTES_MAX);
        }
      }),
    );
  });
});

test('minutes between two sessions do not depend on which comes first, and overlapping ones have none', () => {
  const times = (from: string, to: string) => ({
    startsAt: new Date(`2026-12-03T${from}:00+07:00`),
    endsAt: new Date(`2026-12-03T${to}:00+07:00`),
  });
  expect(minutesBetween(times('08:00', '09:30'), times('10:00', '11:00'))).toBe(30);
  expect(minutesBetween(times('10:00', '11:00'), times('08:00', '09:30'))).toBe(30);
  expect(minutesBetween(times('08:00', '09:30'), times('09:30', '11:00'))).toBe(0);
  expect(minutesBetween(times('08:00', '09:30'), times('09:00', '11:00'))).toBeNull();
});
