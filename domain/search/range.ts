import { addDays, addMonths, type Day, monthStart, startOf } from '@/domain/days/day';
import { readDay } from '@/domain/days/day-spelling';

/** The days between which something was published or begins; both belong to it, as people give and read days. */
export type DayRange = { from?: Day; to?: Day };

/** A range as an address or a form says it. */
export type TypedRange = { from?: string | undefined; to?: string | undefined; year?: string | undefined };

const MONTH = /^(?:(\d{4})-(\d{1,2})|(\d{1,2})[/.-](\d{4}))$/;
const YEAR = /^\d{4}$/;

/** The first and last day of a month: 2026-05, 5/2026; of a day that day twice; null of what is neither. */
function daysOf(typed: string): [Day, Day] | null {
  const [, yearFirst, monthThen, monthFirst, yearLast] = MONTH.exec(typed.trim()) ?? [];
  const [year, month] = [yearFirst ?? yearLast, monthThen ?? monthFirst];
  const read = readDay(year ? `${year}-${month}-1` : typed);
  if (!read.ok) return null;
  return year ? [read.value, addDays(addMonths(read.value, 1), -1)] : [read.value, read.value];
}

/** What is narrowed by of what was typed. `turned`: the last day lies before the first one, and nothing is narrowed by either. */
export function rangeOf({ from = '', to = '', year = '' }: TypedRange): DayRange & { turned?: true } {
  const whole = YEAR.test(year) && !from.trim() && !to.trim();
  const [first, last] = whole
    ? [daysOf(`${year}-01`)?.[0], daysOf(`${year}-12`)?.[1]]
    : [daysOf(from)?.[0], daysOf(to)?.[1]];
  if (first && last && last < first) return { turned: true };
  return { ...(first && { from: first }), ...(last && { to: last }) };
}

const isLastOfMonth = (day: Day) => monthStart(addDays(day, 1)) === addDays(day, 1);

/** As short as an address says it: the first day of a month as its month, and the last one too. */
export const spelledRange = ({ from, to }: DayRange): TypedRange => ({
  from: from && monthStart(from) === from ? from.slice(0, 7) : from,
  to: to && isLastOfMonth(to) ? to.slice(0, 7) : to,
});

/** The year that a range is, where it is just one. */
export const yearOf = ({ from, to }: DayRange): string | null =>
  from && to && from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31` ? from.slice(0, 4) : null;

/** The instants of a range in Viet Nam, the last of them free again; null where it is open. */
export const instantsOf = ({ from, to }: DayRange): { since: Date | null; until: Date | null } => ({
  since: from ? startOf(from) : null,
  until: to ? startOf(addDays(to, 1)) : null,
});
