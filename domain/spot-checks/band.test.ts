import { describe, expect, test } from 'vitest';
import { bandOf, effectiveSize, expectedDoubt, inHundred, isCompleteEnough, wilson } from './band';

const shown = ({ low, high }: { low: number; high: number }) => [low.toFixed(4), high.toFixed(4)];

describe('Wilson’s interval', () => {
  test('is what Newcombe printed in 1998 (Statistics in Medicine 17, table I, method 3)', () => {
    expect(shown(wilson(81 / 263, 263))).toEqual(['0.2553', '0.3662']);
    expect(shown(wilson(15 / 148, 148))).toEqual(['0.0624', '0.1605']);
    expect(shown(wilson(0, 20))).toEqual(['0.0000', '0.1611']);
    expect(shown(wilson(1 / 29, 29))).toEqual(['0.0061', '0.1718']);
  });

  test('is nothing but the share where every unit was drawn', () => {
    expect(wilson(0.25, Number.POSITIVE_INFINITY)).toEqual({ low: 0.25, high: 0.25 });
  });
});

describe('the effective size', () => {
  test('of a proportional draw is the number drawn, over what was not drawn', () => {
    // 0.36 × 0.95 ÷ 30 + 0.16 × 0.95 ÷ 20 = 0.019, and 1 ÷ 0.019 = 52.63 = 50 ÷ 0.95
    const n = effectiveSize([
      { size: 600, drawn: 30 },
      { size: 400, drawn: 20 },
    ]);
    expect(n.toFixed(3)).toBe('52.632');
  });

  test('of an uneven draw is less than the number drawn', () => {
    // 0.81 × (1 − 10/900) ÷ 10 + 0.01 × 0.6 ÷ 40 = 0.08025, and 1 ÷ 0.08025 = 12.46
    const n = effectiveSize([
      { size: 900, drawn: 10 },
      { size: 100, drawn: 40 },
    ]);
    expect(n.toFixed(2)).toBe('12.46');
  });
});

describe('the band', () => {
  test('weighs each stratum by its size, not by how many were drawn of it', () => {
    // 0.9 × 8/10 + 0.1 × 20/40 = 0.77, where 28 of 50 would be 0.56
    const band = bandOf([
      { size: 900, drawn: 10, held: 8, differs: 2 },
      { size: 100, drawn: 40, held: 20, differs: 20 },
    ]);
    expect(band).toMatchObject({ drawn: 50, seen: 50, held: 28, differs: 22 });
    expect([band?.least.toFixed(4), band?.most.toFixed(4)]).toEqual(['0.7700', '0.7700']);
    // p = 0.77, n = 12.461: (0.77 + 0.15414 ± 1.959964 × √(0.014213 + 0.006185)) ÷ 1.30828
    expect(shown(band ?? wilson(0, 1))).toEqual(['0.4924', '0.9203']);
  });

  test('counts what was not seen as not held below and as held above', () => {
    const all = bandOf([{ size: 1000, drawn: 100, held: 95, differs: 5 }]);
    const some = bandOf([{ size: 1000, drawn: 100, held: 85, differs: 5 }]);
    expect(some).toMatchObject({ seen: 90, least: 0.85, most: 0.95 });
    expect(some?.high).toBe(all?.high);
    expect(some?.low).toBeLessThan(all?.low ?? 0);
    // n = 100 ÷ 0.9 = 111.1: low of 0.85 and high of 0.95
    expect(shown(some ?? wilson(0, 1))).toEqual([
      wilson(0.85, 1000 / 9).low.toFixed(4),
      wilson(0.95, 1000 / 9).high.toFixed(4),
    ]);
  });

  test('lets the truth lie within it nineteen times in twenty, drawn again and again from a list that is known', () => {
    // four of five hold in one stratum, one of two in the other; a generator that is always the same
    let state = 7;
    const next = () => {
      state = (state * 16807) % 2147483647;
      return state / 2147483647;
    };
    const strata = [
      { size: 2000, holds: 0.9, drawn: 60 },
      { size: 500, holds: 0.6, drawn: 40 },
    ];
    const truth = (2000 * 0.9 + 500 * 0.6) / 2500;
    let within = 0;
    for (let round = 0; round < 2000; round++) {
      const band = bandOf(
        strata.map(({ size, holds, drawn }) => {
          const held = Array.from({ length: drawn }, next).filter((chance) => chance < holds).length;
          return { size, drawn, held, differs: drawn - held };
        }),
      );
      if (band && band.low <= truth && truth <= band.high) within++;
    }
    expect(within / 2000).toBeGreaterThan(0.94);
  });

  test('of nothing drawn there is none', () => {
    expect(bandOf([])).toBeNull();
    expect(bandOf([{ size: 5, drawn: 0, held: 0, differs: 0 }])).toBeNull();
  });

  test('is told in whole units of a hundred, never narrower than found', () => {
    expect(inHundred({ low: 0.9119, high: 0.9701 })).toEqual({ low: 91, high: 98 });
    expect(inHundred({ low: 0.91, high: 0.98 })).toEqual({ low: 91, high: 98 });
    expect(inHundred({ low: 0, high: 1 })).toEqual({ low: 0, high: 100 });
  });
});

test('the doubt that a form foretells is half the band that comes of it', () => {
  const strata = [{ size: 1000, drawn: 100 }];
  const band = bandOf([{ size: 1000, drawn: 100, held: 90, differs: 10 }]);
  expect(expectedDoubt(strata, 0.9)).toBeCloseTo(50 * ((band?.high ?? 0) - (band?.low ?? 0)), 9);
});

test('a round is told in public from nine tenths seen, and from fifty units on', () => {
  expect(isCompleteEnough({ drawn: 100, seen: 90 })).toBe(true);
  expect(isCompleteEnough({ drawn: 100, seen: 89 })).toBe(false);
  expect(isCompleteEnough({ drawn: 50, seen: 50 })).toBe(true);
  expect(isCompleteEnough({ drawn: 49, seen: 49 })).toBe(false);
});
