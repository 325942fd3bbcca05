import { describe, expect, test } from 'vitest';
import { hoursOf, issuerOf, reaches } from './certificate';

const at = (day: string, time: string) => new Date(`${day}T${time}:00+07:00`);

describe('what stands on a certificate', () => {
  test('hours are the session’s, to one decimal; those of one all day or over several days are its course’s', () => {
    const lasting = (startsAt: Date, endsAt: Date) => ({ startsAt, endsAt, allDay: false });
    expect(hoursOf(lasting(at('2026-11-24', '14:00'), at('2026-11-24', '16:00')), 90)).toBe(2);
    expect(hoursOf(lasting(at('2026-11-24', '14:00'), at('2026-11-24', '15:40')), 90)).toBe(1.7);
    expect(hoursOf(lasting(at('2026-11-24', '22:00'), at('2026-11-25', '00:00')), 90)).toBe(2);
    expect(hoursOf(lasting(at('2026-11-24', '08:00'), at('2026-11-26', '16:00')), 540)).toBe(9);
    const allDay = { startsAt: at('2026-11-24', '00:00'), endsAt: at('2026-11-25', '00:00'), allDay: true };
    expect(hoursOf(allDay, 420)).toBe(7);
  });

  test('a course asks nothing beyond being there, or a level in each of its skills', () => {
    expect(reaches(null, ['a'], {})).toBe(true);
    expect(reaches('with_help', ['a', 'b'], { a: 'alone', b: 'with_help' })).toBe(true);
    expect(reaches('with_help', ['a', 'b'], { a: 'alone', b: 'saw_it' })).toBe(false);
    expect(reaches('saw_it', ['a', 'b'], { a: 'alone' })).toBe(false);
  });

  test('the union that issues is called by its unit, in both languages', () => {
    expect(issuerOf({ level: 'commune', kind: 'ward', name: 'Long Hưng' })).toEqual({
      issuerVi: 'Hội Liên hiệp Phụ nữ phường Long Hưng',
      issuerEn: 'Women’s Union of Long Hưng Ward',
    });
    expect(issuerOf({ level: 'province', kind: 'city', name: 'Đồng Nai' }).issuerVi).toBe(
      'Hội Liên hiệp Phụ nữ Đồng Nai',
    );
  });
});
