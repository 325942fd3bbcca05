/** A calendar day in Asia/Ho_Chi_Minh, as 'YYYY-MM-DD'. Days compare as strings. */
export type Day = `${number}-${number}-${number}`;

export const timeZone = 'Asia/Ho_Chi_Minh';
const VIETNAM_OFFSET_MS = 7 * 60 * 60 * 1000; // Viet Nam keeps UTC+7 all year
const DAY_MS = 24 * 60 * 60 * 1000;

/** The day on which an instant falls in Viet Nam. */
export const dayOf = (instant: Date): Day =>
  new Date(instant.getTime() + VIETNAM_OFFSET_MS).toISOString().slice(0, 10) as Day;

export const today = (): Day => dayOf(new Date());

/** A day as the database's `date` (midnight UTC), and back. */
export const toDate = (day: Day) => new Date(`${day}T00:00:00Z`);
export const fromDate = (date: Date): Day => date.toISOString().slice(0, 10) as Day;

/** The instant at which a day begins in Viet Nam. */
export const startOf = (day: Day) => new Date(toDate(day).getTime() - VIETNAM_OFFSET_MS);

/** An instant as it is written with the clock of Viet Nam: '2026-12-05T23:30:00+07:00'. */
export const writtenAt = (instant: Date) =>
  `${new Date(instant.getTime() + VIETNAM_OFFSET_MS).toISOString().slice(0, 19)}+07:00`;

/** The clock in Viet Nam at an instant: "14:00". */
export const clockOf = (instant: Date) => writtenAt(instant).slice(11, 16);

/**
 * "14:00 – 16:00", the clocks of Viet Nam. What ends as its day turns ends at 24:00; what goes on into a later day says
 * which: "23:30 – 00:30 (06/12)".
 */
export function clocksOf(from: Date, to: Date): string {
  const clock = clockOf(to);
  const last = dayOf(new Date(Math.max(from.getTime(), to.getTime() - 1)));
  const [, month, date] = last.split('-');
  const end = clock === '00:00' && to > from ? '24:00' : clock;
  return `${clockOf(from)} – ${end}${last > dayOf(from) ? ` (${date}/${month})` : ''}`;
}

/** The instant of a clock time ('14:30') on a day in Viet Nam. */
export const instantAt = (day: Day, time: string) => new Date(`${day}T${time}:00+07:00`);

export const addDays = (day: Day, days: number): Day => fromDate(new Date(toDate(day).getTime() + days * DAY_MS));

/** The last of these days. */
export const latestOf = (day: Day, ...days: Day[]): Day => [day, ...days].sort().at(-1) ?? day;

export const daysBetween = (from: Day, to: Day) => (toDate(to).getTime() - toDate(from).getTime()) / DAY_MS;

/** The first day of the month that lies `months` after the month of `day`. */
export function monthStart(day: Day, months = 0): Day {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return fromDate(new Date(Date.UTC(year, month - 1 + months, 1)));
}

/** The same day so many months on; the last one of a shorter month. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return fromDate(new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth))));
}

/** Monday of the week of a day. */
export function weekStart(day: Day): Day {
  const weekday = toDate(day).getUTCDay();
  return addDays(day, weekday === 0 ? -6 : 1 - weekday);
}

/** A real day of the calendar between 1900 and 2199: 31 February is none. */
export const isDay = (value: string): value is Day =>
  /^(19|20|21)\d\d-\d\d-\d\d$/.test(value) &&
  !Number.isNaN(Date.parse(`${value}T00:00:00Z`)) &&
  fromDate(toDate(value as Day)) === value;

/** The one meaning of "active on a day" for rows with half-open [valid_from, valid_to), as a Prisma filter. */
export const activeOn = (day: Day) => ({
  validFrom: { lte: toDate(day) },
  OR: [{ validTo: null }, { validTo: { gt: toDate(day) } }],
});

/** The same for a row in hand. */
export const isActiveOn = (row: { validFrom: Date; validTo: Date | null }, day: Day) =>
  row.validFrom <= toDate(day) && (row.validTo === null || toDate(day) < row.validTo);
