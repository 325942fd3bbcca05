import { addDays, type Day, monthStart } from '@/domain/days/day';

/**
 * The days on which counts of communes are compared each night: today, the last days of months of the past year, and of
 * this year and the next. What units keep is compared on all days.
 */
export function daysToCompare(today: Day): Day[] {
  const endOfMonth = (months: number) => addDays(monthStart(today, 1 - months), -1);
  const year = Number(today.slice(0, 4));
  const ends: Day[] = [`${year}-12-31`, `${year + 1}-12-31`];
  return [today, ...[1, 2, 3, 6, 12].map(endOfMonth), ...ends];
}

/** What was found of one commune in one night: `unmended` of its `units` lie in closed months and stay as they were filed. */
export type Difference = {
  id: string;
  communeName: string;
  foundAt: Date;
  units: number;
  unmended: number;
  /** for how many days and levels its counts differed; all of them were made anew */
  counts: number;
};
