import type { Day } from '@/domain/days/day';
import { trendDays } from '../coverage';

/** How many years a trend looks back. */
export const trendYears = [1, 3, 6] as const;
export type TrendYears = (typeof trendYears)[number];

/** What an address asks for; one year where it says nothing that there is. */
export const readYears = (said: string | undefined): TrendYears =>
  trendYears.find((years) => String(years) === said) ?? 1;

/** The same of an address that is kept: undefined where it asks for years that there are not. */
export const askedYears = (said: string | undefined): TrendYears | undefined =>
  said === undefined ? 1 : trendYears.find((years) => years > 1 && String(years) === said);

/** As an address says it: one year is what is asked anyway. */
export const yearsSaid = (years: TrendYears): string | undefined => (years === 1 ? undefined : String(years));

/** How many months lie between two numbers of a trend: a year is told by months, three by quarters, six by halves of a year. A drawing has as many numbers either way. */
export const monthsBeside = (years: TrendYears): number => years;

/** The last days of months that a trend over so many years is drawn from, and the day itself behind them. */
export function trendOver(until: Day, years: TrendYears): Day[] {
  const isTold = (day: Day) => Number(day.slice(5, 7)) % monthsBeside(years) === 0;
  const days = trendDays(until, years * 12);
  return days.filter((day, at) => at === days.length - 1 || isTold(day));
}
