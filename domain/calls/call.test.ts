import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gapOf, urgencyOf, urgencyWord } from './call';

const daysLeft = fc.integer({ min: 0, max: 800 });
const gap = fc.double({ min: 0, max: 1, noNaN: true });

describe('how urgent a call is', () => {
  test('today in a commune without coverage is wholly urgent, in sixty days with all covered not at all', () => {
    expect(urgencyOf({ daysLeft: 0, gap: 1 })).toBe(100);
    expect(urgencyOf({ daysLeft: 60, gap: 0 })).toBe(0);
    expect(urgencyOf({ daysLeft: 30, gap: 0.5 })).toBe(50);
    expect([100, 70, 69, 40, 39, 0].map(urgencyWord)).toEqual(['high', 'high', 'middle', 'middle', 'low', 'low']);
  });

  test('a nearer day and a larger gap are never less urgent; it stays between 0 and 100', () => {
    fc.assert(
      fc.property(daysLeft, daysLeft, gap, gap, (one, other, gapOne, gapOther) => {
        const [near, far] = [Math.min(one, other), Math.max(one, other)];
        const [small, large] = [Math.min(gapOne, gapOther), Math.max(gapOne, gapOther)];
        expect(urgencyOf({ daysLeft: near, gap: small })).toBeGreaterThanOrEqual(
          urgencyOf({ daysLeft: far, gap: small }),
        );
        expect(urgencyOf({ daysLeft: far, gap: large })).toBeGreaterThanOrEqual(
          urgencyOf({ daysLeft: far, gap: small }),
        );
        for (const urgency of [urgencyOf({ daysLeft: near, gap: large }), urgencyOf({ daysLeft: far, gap: small })]) {
          expect(Number.isInteger(urgency)).toBe(true);
          expect(urgency >= 0 && urgency <= 100).toBe(true);
        }
      }),
    );
  });

  test('what is not known to be covered is not, and a commune without units lacks nothing', () => {
    expect(gapOf({ units: 8, covered: 2, reported: true })).toBe(0.75);
    expect(gapOf({ units: 8, covered: 2, reported: false })).toBe(1);
    expect(gapOf({ units: 0, covered: 0, reported: false })).toBe(0);
  });
});
