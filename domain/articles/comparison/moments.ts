import type { Locale } from '@/domain/locale';
import { type Found, type Said, same, taken } from './said';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
const DAY = '(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '(\\d{4})(?!\\d)';
const monthOf = (name = '') => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

/**
 * A day: with its year it answers for the same day without, and one without for the same day of any year, for the year may stand
 * elsewhere in the text. Its parts answer for a number.
 */
function day(date: number, month: number, year: number): Omit<Said, 'said'> | null {
  if (date < 1 || date > 31 || month < 1 || month > 12) return null;
  const [known, open] = [`date:${month}-${date}`, `date:${month}-${date}-any`];
  const parts = [`month:${month}`, `number:${date}`, `number:${month}`];
  if (!year) return { kind: 'date', keys: [known, open], offers: [open, ...parts] };
  const whole = `date:${year}-${month}-${date}`;
  return {
    kind: 'date',
    keys: [whole, open],
    offers: [whole, known, `month:${year}-${month}`, `number:${year}`, ...parts],
  };
}

function month(value: number, year: number): Omit<Said, 'said'> | null {
  if (value < 1 || value > 12) return null;
  const key = year ? `month:${year}-${value}` : `month:${value}`;
  const numbers = [value, year].filter(Boolean).map((each) => `number:${each}`);
  return { kind: 'date', keys: [key], offers: [key, `month:${value}`, ...numbers] };
}

const numbers = (...parts: (string | undefined)[]) =>
  parts.map((part) => Number(part || 0)) as [number, number, number];

type Pattern = [RegExp, (match: string[]) => Omit<Said, 'said'> | null];

const SPELLED: Pattern[] = [
  [/(?<![\d/.-])(\d{4})-(\d{2})-(\d{2})(?![\d/-])/g, ([, y, m, d]) => day(...numbers(d, m, y))],
  [/(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\d/-])/g, ([, d, , m, y]) => day(...numbers(d, m, y))],
  [/(?<![\d/.-])(\d{1,2})\/(\d{4})(?![\d/-])/g, ([, m, y]) => month(Number(m), Number(y))],
  [/(?<![\d/.-])(\d{1,2})\/(\d{1,2})(?![\d/-])/g, ([, d, m]) => day(...numbers(d, m))],
];
const DATES: Record<Locale, Pattern[]> = {
  vi: [
    [
      new RegExp(`(?:ngày|mùng|mồng)\\s+${DAY}\\s+tháng\\s+(\\d{1,2})(?:,?\\s*(?:năm\\s+|/)${YEAR})?`, 'gi'),
      ([, d, m, y]) => day(...numbers(d, m, y)),
    ],
    [
      new RegExp(`${DAY}\\s+tháng\\s+(\\d{1,2})(?:,?\\s*năm\\s+|/)${YEAR}`, 'gi'),
      ([, d, m, y]) => day(...numbers(d, m, y)),
    ],
    [
      new RegExp(`(?<!\\d\\s)tháng\\s+(\\d{1,2})(?!\\d)(?:,?\\s*(?:năm\\s+|/)${YEAR})?`, 'gi'),
      ([, m, y]) => month(Number(m), Number(y || 0)),
    ],
  ],
  en: [
    [
      new RegExp(`${DAY}\\s+(?:of\\s+)?${MONTH}(?![\\p{L}])(?:,?\\s+${YEAR})?`, 'gu'),
      ([, d, m, y]) => day(...numbers(d, String(monthOf(m)), y)),
    ],
    [
      new RegExp(`(?<!\\p{L})${MONTH}\\s+${DAY}(?!\\d)(?:,?\\s+${YEAR})?`, 'gu'),
      ([, m, d, y]) => day(...numbers(d, String(monthOf(m)), y)),
    ],
    [new RegExp(`(?<!\\p{L})${MONTH}\\s+${YEAR}`, 'gu'), ([, m, y]) => month(monthOf(m), Number(y))],
    // "May" may be no month: it is not asked for, but answers for one.
    [
      new RegExp(`(?<!\\p{L})${MONTH}(?!\\p{L})`, 'gu'),
      ([, m]) => ({ kind: 'date', keys: [], offers: [`month:${monthOf(m)}`, `number:${monthOf(m)}`] }),
    ],
  ],
};

export const datesIn = (found: Found, locale: Locale): Found =>
  [...SPELLED, ...DATES[locale]].reduce((before, [pattern, read]) => taken(before, pattern, read), found);

const time = (hour: number, minute: number) => `time:${hour}:${String(minute).padStart(2, '0')}`;
const clock = (hour: number, minute: number) => (hour > 24 || minute > 59 ? null : same('time', time(hour, minute)));

/** An hour alone may be a clock time or hours that something takes. */
const hourAlone = (hour: number): Omit<Said, 'said'> => ({
  kind: 'time',
  keys: [time(hour, 0), `number:${hour}`],
  offers: [time(hour, 0), ...(hour < 12 ? [time(hour + 12, 0)] : []), `number:${hour}`],
});

const LATER = /chiều|tối|đêm|trưa|p/i;
const isEarly = (hour: number, part: string) => (/trưa/i.test(part) ? hour < 6 : /đêm/i.test(part) ? hour >= 6 : true);

function hourOf(hour: number, part: string): number {
  if (/^a/i.test(part)) return hour % 12;
  return LATER.test(part) && hour < 12 && isEarly(hour, part) ? hour + 12 : hour;
}

const TIMES: Record<Locale, Pattern[]> = {
  vi: [
    [
      /(?<!\d)(\d{1,2})(?:\s*giờ\s*|\s*[hg](?=\d))(?:(\d{2})(?!\d)(?:\s*phút)?|(rưỡi))?(?:\s*(sáng|trưa|chiều|tối|đêm))?/giu,
      ([, hour, minutes, half, part]) => {
        const minute = half ? 30 : Number(minutes || 0);
        if (!minutes && !half && !part) return hourAlone(Number(hour));
        return withHour(hourOf(Number(hour), part ?? ''), minute, Number(hour));
      },
    ],
    [/(?<![\d:])(\d{1,2}):(\d{2})(?![\d:])/g, ([, hour, minute]) => clock(Number(hour), Number(minute))],
  ],
  en: [
    [
      /(?<![\d:.,])(\d{1,2})(?:[:.](\d{2}))?\s*([ap])\.?m\.?(?!\p{L})/giu,
      ([, hour, minute, part]) => withHour(hourOf(Number(hour), part ?? ''), Number(minute || 0), Number(hour)),
    ],
    [/(?<![\d:])(\d{1,2})(?::|h)(\d{2})(?![\d:])/g, ([, hour, minute]) => clock(Number(hour), Number(minute))],
    [/(?<!\d)(\d{1,2})\s*o['’]clock/gi, ([, hour]) => hourAlone(Number(hour))],
    [
      /(?<!\d)(\d{1,2})\s+hours?(?:\s+and)?\s+(\d{1,2})\s+minutes?/gi,
      ([, hour, minute]) => clock(Number(hour), Number(minute)),
    ],
  ],
};

/** On the hour the number that was typed answers for itself too. */
function withHour(hour: number, minute: number, typed: number): Omit<Said, 'said'> | null {
  const known = clock(hour, minute);
  return known && { ...known, offers: minute === 0 ? [...known.offers, `number:${typed}`] : known.offers };
}

export const timesIn = (found: Found, locale: Locale): Found =>
  TIMES[locale].reduce((before, [pattern, read]) => taken(before, pattern, read), found);
