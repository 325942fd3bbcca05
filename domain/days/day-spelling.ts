import { ok, problem, type Result } from '@/domain/result';
import { type Day, isDay } from './day';

/** Why what a person wrote is no day: nobody can read it, its year is cut short, or no calendar has it. */
export type DayProblem = 'day-unreadable' | 'year-short' | 'not-a-day';

/** Longer is no day in any spelling: it is not looked at. */
const LENGTH_MAX = 40;
const BETWEEN = String.raw`\s*[/.\-\s]\s*`;
const DAY_FIRST = new RegExp(`^(\\d{1,2})${BETWEEN}(\\d{1,2})${BETWEEN}(\\d{4})$`);
/** A day as a keypad of digits alone lets her type it. */
const DIGITS = /^(\d{2})(\d{2})(\d{4})$/;
const YEAR_FIRST = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/;
const YEAR_SHORT = new RegExp(`^\\d{1,2}${BETWEEN}\\d{1,2}${BETWEEN}\\d{1,3}$`);

/** A day as people write it: 24/11/2026, 24-11-2026, 24.11.2026, 24 11 2026, 24112026; and as addresses do: 2026-11-24. */
export function readDay(written: string): Result<Day, DayProblem> {
  if (written.length > LENGTH_MAX) return problem('day-unreadable');
  const text = written.trim();
  const [, date, month, year] = DAY_FIRST.exec(text) ?? DIGITS.exec(text) ?? [];
  const [, yearFirst, monthThen, dateLast] = YEAR_FIRST.exec(text) ?? [];
  if (!year && !yearFirst) return problem(YEAR_SHORT.test(text) ? 'year-short' : 'day-unreadable');
  const two = (part = '') => part.padStart(2, '0');
  const day = `${year ?? yearFirst}-${two(month ?? monthThen)}-${two(date ?? dateLast)}`;
  return isDay(day) ? ok(day) : problem('not-a-day');
}

/** 14:00, 14h, 14h30, 14 giờ 30, 14g30, 14.30, 9:05; 14 and 1430 from a keypad of digits alone. */
const CLOCK = /^(\d{1,2})(?:\s*(?::|\.|h|g|giờ)\s*(\d{2})|\s*(?:h|g|giờ))?$/iu;
const CLOCK_DIGITS = /^(\d{1,2})(\d{2})$/;

/** A time of day as people write it, as the 24 hours say it: "14:30". Null where it is none; 9:5 may be two. */
export function readClock(written: string): string | null {
  if (written.length > LENGTH_MAX) return null;
  const text = written.trim().normalize('NFC');
  const [, hour, minute = '00'] = CLOCK.exec(text) ?? CLOCK_DIGITS.exec(text) ?? [];
  if (!hour || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute}`;
}
