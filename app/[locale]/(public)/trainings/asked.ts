import { addDays, type Day, isDay, monthStart, today } from '@/domain/day';

/** What the list of trainings is narrowed to, as it stands in the address: a commune's code, a course's code, "2026-12". */
export type Asked = {
  commune?: string | undefined;
  topic?: string | undefined;
  month?: string | undefined;
  after?: string | undefined;
};

const LENGTH_MAX = 80;
const WEEKS_DAYS = 28;
const MONTHS = 6;

type Query = Record<string, string | string[] | undefined>;

export function askedOf(query: Query): Asked {
  const one = (key: keyof Asked) => {
    const value = query[key];
    return typeof value === 'string' && value !== '' && value.length <= LENGTH_MAX ? value : undefined;
  };
  const month = one('month');
  return {
    commune: one('commune'),
    topic: one('topic'),
    month: month && comingMonths().some((first) => first.startsWith(month)) && isDay(`${month}-01`) ? month : undefined,
    after: one('after'),
  };
}

/** The first days of this month and the five after it. */
export const comingMonths = (): Day[] => Array.from({ length: MONTHS }, (_, ahead) => monthStart(today(), ahead));

/** The days that are meant: those of the month, else four weeks from today. */
export function daysOf({ month }: Asked): { from: Day; to: Day } {
  if (!month) return { from: today(), to: addDays(today(), WEEKS_DAYS) };
  const first = `${month}-01` as Day;
  return { from: first, to: monthStart(first, 1) };
}
