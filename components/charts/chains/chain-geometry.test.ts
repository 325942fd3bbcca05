import { describe, expect, test } from 'vitest';
import { chainOf, type Guidance, shownOf } from '@/domain/pairs/chain';
import { branchTo, fitted, markAt, rowsOf, STEP, WIDTH } from './chain-geometry';

const guides = (instructorId: string, learnerId: string): Guidance => ({
  instructorId,
  learnerId,
  learnerName: learnerId,
  began: '2026-01-01',
});
const chain = (...guidances: Guidance[]) => chainOf({ id: 'a', name: 'A' }, guidances);

describe('the drawing of a chain', () => {
  test('has a row for each woman, below the one who guided her and one step further in', () => {
    const rows = rowsOf(shownOf(chain(guides('a', 'b'), guides('a', 'c'), guides('b', 'd'))));
    expect(rows.map(({ key, depth, above }) => [key, depth, above])).toEqual([
      ['a', 0, null],
      ['b', 1, 0],
      ['d', 2, 1],
      ['c', 1, 0],
    ]);
    const spots = rows.map(markAt);
    expect(new Set(spots.map(({ y }) => y)).size).toBe(4);
    expect(spots[2]?.x).toBe((spots[1]?.x ?? 0) + STEP);
    expect(branchTo(rows[1] ?? expect.unreachable(), 1)).toMatch(/^M12 27V46q0 8 8 8H27$/);
  });

  test('says the same number of women as the chain, shown and counted together', () => {
    const long = ['ab', 'bc', 'cd', 'de', 'ef', 'fg'].map(([from = '', to = '']) => guides(from, to));
    const wide = Array.from({ length: 70 }, (_, at) => guides('a', `w${at}`));
    for (const whole of [chain(), chain(...long), chain(...wide), chain(...long, ...wide)]) {
      const rows = rowsOf(shownOf(whole));
      const women = rows.filter(({ woman }) => woman).length - 1;
      expect(women + rows.reduce((sum, { hidden }) => sum + hidden, 0)).toBe(whole.reach);
    }
  });

  test('keeps names within the width of a phone', () => {
    const name = 'Nguyễn Thị Hoàng Phương Thảo Nguyên Anh';
    for (const depth of [0, 1, 4])
      expect(26 + depth * STEP + fitted(name, depth).length * 8.4).toBeLessThanOrEqual(WIDTH);
    expect(fitted('Võ Thị Sáu', 4)).toBe('Võ Thị Sáu');
  });
});
