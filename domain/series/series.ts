import { RRuleTemporal } from 'rrule-temporal';
import { addDays, type Day, daysBetween, monthStart, timeZone, toDate } from '@/domain/days/day';
import { type Holiday, holidayOn } from '@/domain/trainings/booking/holiday';
import { overlaps, type Times } from '@/domain/trainings/session';
import { DAYS_AHEAD_MAX, timesOf, type WishedTimes } from '@/domain/trainings/session-inputs';

export const repeats = ['weekly', 'monthly_date', 'monthly_weekday', 'monthly_last'] as const;
export type Repeat = (typeof repeats)[number];

export const EVERY_MAX = 12;
export const SERIES_MAX = 60;

/** How often: of the first day come the weekday, the date, and which of the month's weekdays it is. A week may have several. */
export type Rule = {
  first: Day;
  repeat: Repeat;
  /** every so many weeks or months */
  every: number;
  /** of a weekly one, besides that of the first day */
  weekdays: readonly Weekday[];
  skipHolidays: boolean;
} & ({ count: number; until?: undefined } | { until: Day; count?: undefined });

export type SeriesDay = { day: Day; holiday: Holiday | null };

/** The weekdays as RFC 5545 names them, in the order of a week here. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof weekdays)[number];

const weekdayOf = (day: Day): Weekday => weekdays[(toDate(day).getUTCDay() + 6) % 7] ?? 'MO';

/** The rule as RFC 5545 writes it (RRULE), until its last day. */
export function ruleText(rule: Pick<Rule, 'first' | 'repeat' | 'every' | 'weekdays'>, last: Day): string {
  const { first, repeat, every } = rule;
  const weekday = weekdayOf(first);
  const all = weekdays.filter((each) => each === weekday || rule.weekdays.includes(each));
  const date = Number(first.slice(8));
  const by = {
    weekly: `FREQ=WEEKLY;BYDAY=${all.join(',')}`,
    monthly_date: `FREQ=MONTHLY;BYMONTHDAY=${date}`,
    monthly_weekday: `FREQ=MONTHLY;BYDAY=${Math.ceil(date / 7)}${weekday}`,
    monthly_last: `FREQ=MONTHLY;BYDAY=-1${weekday}`,
  }[repeat];
  return `${by};INTERVAL=${every};UNTIL=${compact(last)}T165959Z`; // 23:59:59 in Viet Nam
}

const compact = (day: Day) => day.replaceAll('-', '');

/** All days that the rule names from its first to a last one, in Viet Nam, whatever the zone of the server. */
function daysOf(rule: Rule, last: Day): Day[] {
  const rruleString = `DTSTART;TZID=${timeZone}:${compact(rule.first)}T000000\nRRULE:${ruleText(rule, last)}`;
  return new RRuleTemporal({ rruleString }).all().map((instant) => instant.toString().slice(0, 10) as Day);
}

export type Expanded = {
  /** in order; those with a holiday are skipped and do not count */
  days: SeriesDay[];
  /** months ('2027-02') in which the rule finds no day: no 31st, no fifth Monday */
  gaps: string[];
  /** the rule would go on beyond what can be planned, or name more sessions than fit in a series */
  cut: boolean;
};

/**
 * The days of a series. `count` is how many sessions are held: a holiday that is skipped is made up for at the end. None is
 * further ahead than two years, and sixty are the most.
 */
export function expandSeries(rule: Rule): Expanded {
  const horizon = addDays(rule.first, DAYS_AHEAD_MAX);
  const last = rule.until && rule.until < horizon ? rule.until : horizon;
  const most = rule.count ?? SERIES_MAX;
  const days: SeriesDay[] = [];
  let kept = 0;
  let cut = rule.until !== undefined && rule.until > horizon;
  for (const day of daysOf(rule, last)) {
    if (kept >= most) {
      cut ||= rule.until !== undefined;
      break;
    }
    const holiday = (rule.skipHolidays && holidayOn(day)) || null;
    days.push({ day, holiday });
    if (!holiday) kept++;
  }
  if (rule.count !== undefined && kept < rule.count) cut = true;
  return { days, gaps: gapsOf(rule, days), cut };
}

/** Months that it is the turn of, from the first day to the last, and that have no such day. */
function gapsOf({ first, repeat, every }: Rule, days: SeriesDay[]): string[] {
  const end = days.at(-1)?.day;
  if (repeat === 'weekly' || !end) return [];
  const found = new Set(days.map(({ day }) => day.slice(0, 7)));
  const gaps: string[] = [];
  for (let month = monthStart(first); month <= end; month = monthStart(month, every))
    if (!found.has(month.slice(0, 7))) gaps.push(month.slice(0, 7));
  return gaps;
}

/** When the session of a day begins and ends: the hours of the first one, over as many days. */
export function timesOn(day: Day, wish: WishedTimes): Times {
  const span = wish.endDay ? daysBetween(wish.day, wish.endDay) : 0;
  return timesOf({ ...wish, day, ...(span > 0 ? { endDay: addDays(day, span) } : { endDay: undefined }) });
}

/** Which of several sessions, in order of time, overlap one that comes before them. */
export function overlapping(sessions: readonly Times[]): boolean[] {
  const sorted = sessions.map((times, at) => ({ times, at })).sort((a, b) => +a.times.startsAt - +b.times.startsAt);
  const found = sessions.map(() => false);
  let latest: Times | null = null;
  for (const { times, at } of sorted) {
    found[at] = latest !== null && overlaps(latest, times);
    if (!latest || times.endsAt > latest.endsAt) latest = times;
  }
  return found;
}
