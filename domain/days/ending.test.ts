import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { addDays, type Day } from './day';
import {
  endDetail,
  endingFields,
  firstDayWithout,
  hasEndedBy,
  lastDayBefore,
  lastDayOffered,
  neverWas,
  saysWhen,
  whenNeeded,
} from './ending';

const form = z.object({ ...endingFields }).refine(saysWhen, whenNeeded);

describe('what ends', () => {
  test('entered as 30/09 it counts on 30/09 and not on 01/10, and is read as 30/09 again', () => {
    const said = form.parse({ lastDay: '30/09/2026' });
    expect(firstDayWithout(said, '2026-01-15')).toEqual({ ok: true, value: '2026-10-01' });
    expect(lastDayBefore('2026-10-01')).toBe('2026-09-30');
  });

  test('every day of two years is read back as it was given, over months, years and 29 February', () => {
    for (let day: Day = '2027-01-01'; day < '2029-01-01'; day = addDays(day, 1)) {
      const kept = firstDayWithout({ lastDay: day }, '2027-01-01');
      expect(kept.ok && lastDayBefore(kept.value)).toBe(day);
    }
  });

  test('a single day is a day, and is told apart from what never was', () => {
    const one = firstDayWithout({ lastDay: '2026-03-01' }, '2026-03-01');
    expect(one).toEqual({ ok: true, value: '2026-03-02' });
    expect(neverWas({ from: '2026-03-01', to: '2026-03-02' })).toBe(false);
    const none = firstDayWithout(form.parse({ never: 'on', lastDay: '' }), '2026-03-01');
    expect(none).toEqual({ ok: true, value: '2026-03-01' });
    expect(neverWas({ from: '2026-03-01', to: '2026-03-01' })).toBe(true);
    expect(endDetail('2026-03-01', '2026-03-01')).toMatchObject({ never: 'yes' });
    expect(endDetail('2026-03-01', '2026-03-02')).toEqual({ never: 'no', day: '2026-03-01' });
  });

  test('it has ended by the day after its last one; what never was has ended on every day, also before its first', () => {
    const march = { from: '2026-03-01', to: '2026-04-01' } as const;
    expect(hasEndedBy(march, '2026-03-31')).toBe(false);
    expect(hasEndedBy(march, '2026-04-01')).toBe(true);
    expect(hasEndedBy(march, '2026-02-01')).toBe(false);
    expect(hasEndedBy({ ...march, to: null }, '2030-01-01')).toBe(false);
    for (const day of ['2026-02-01', '2026-03-01', '2026-05-01'] as const)
      expect(hasEndedBy({ ...march, to: march.from }, day)).toBe(true);
  });

  test('a last day before the first is refused with the first, also the day right before it', () => {
    for (const lastDay of ['2026-02-28', '2025-03-01'] as const)
      expect(firstDayWithout({ lastDay }, '2026-03-01')).toEqual({
        ok: false,
        problem: 'end-too-early',
        detail: { day: '2026-03-01' },
      });
  });

  test('a form without a day and without "never" asks for the day', () => {
    for (const sent of [{}, { lastDay: ' ' }])
      expect(form.safeParse(sent).error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
        ['lastDay', 'day-needed'],
      ]);
  });

  test('offered is yesterday, so that a successor can begin today; of what began today, today', () => {
    expect(lastDayOffered('2026-01-01', '2026-11-28')).toBe('2026-11-27');
    expect(lastDayOffered('2026-11-28', '2026-11-28')).toBe('2026-11-28');
    expect(lastDayOffered('2026-12-05', '2026-11-28')).toBe('2026-12-05');
  });
});
