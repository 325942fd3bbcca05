import { expect, test } from 'vitest';
import { endKept, type LanguageStanding, lastDayOf } from './standing';

test('what ends as a day of Viet Nam turns is told by its last day, and what ends at an hour by that', () => {
  expect(lastDayOf(new Date('2026-12-11T00:00:00+07:00'))).toBe('2026-12-10');
  expect(lastDayOf(new Date('2026-12-11T00:01:00+07:00'))).toBeNull();
  expect(lastDayOf(new Date('2026-12-10T23:59:00+07:00'))).toBeNull();
  expect(lastDayOf(new Date('2026-12-11T00:00:00Z'))).toBeNull();
});

test('a form of publishing keeps the end of what readers see in its languages: a day alone, or a day and an hour', () => {
  const shown = (locale: 'vi' | 'en', until: string | null): LanguageStanding => ({
    locale,
    textId: locale,
    step: 'approved',
    shown: { since: new Date(0), plannedAt: new Date(0), until: until === null ? null : new Date(until) },
    planned: null,
  });
  const languages = [shown('vi', '2026-12-11T00:00:00+07:00'), shown('en', '2026-12-09T17:30:00+07:00')];
  expect(endKept({ languages }, ['vi', 'en'])).toEqual({ day: '2026-12-10', time: '' });
  expect(endKept({ languages }, ['en'])).toEqual({ day: '2026-12-09', time: '17:30' });
  expect(endKept({ languages }, [])).toBeNull();
  expect(endKept({ languages: [shown('vi', null)] }, ['vi'])).toBeNull();
});
