import { addDays, type Day, daysBetween, weekStart } from '@/domain/days/day';

/**
 * The first day of the lunar year, of the moon over Viet Nam (UTC+7): Hồ Ngọc Đức's algorithm
 * (https://www.informatik.uni-leipzig.de/~duc/amlich/), computed by `holiday.test.ts`. In 2030 it is a day before the Chinese one.
 */
export const lunarNewYears: readonly Day[] = [
  '2025-01-29',
  '2026-02-17',
  '2027-02-06',
  '2028-01-26',
  '2029-02-13',
  '2030-02-02',
  '2031-01-23',
  '2032-02-11',
  '2033-01-31',
  '2034-02-19',
  '2035-02-08',
];

/** From the eve to the third day everybody is off, whichever five days the government chooses; whole weeks around them are no campaign. */
const [EVE, THIRD_DAY] = [-1, 2];
const restWeeks = new Set(
  lunarNewYears.flatMap((day) => [weekStart(addDays(day, EVE)), weekStart(addDays(day, THIRD_DAY))]),
);

/** Every day of these weeks. */
const restDays = [...restWeeks].flatMap((monday) => Array.from({ length: 7 }, (_, at) => addDays(monday, at)));

/** Is this a day on which the campaign goes on: one in a week, Monday to Sunday, that no day of Tết touches? */
export const isCampaignDay = (day: Day) => !restWeeks.has(weekStart(day));

/** How many days of the campaign come after `from`, up to and including `to`. */
export const campaignDaysUntil = (from: Day, to: Day): number =>
  Math.max(0, daysBetween(from, to)) - restDays.filter((day) => day > from && day <= to).length;

/** The day on which so many days of the campaign have passed since `from`; with a negative number the one since which they have. */
export function moveByCampaignDays(from: Day, days: number): Day {
  const wanted = Math.abs(days);
  const passed = (day: Day) => (days < 0 ? campaignDaysUntil(day, from) : campaignDaysUntil(from, day));
  let day = from;
  // each leap is as long as what is left: it falls short by the rest that it leaps over, and never goes too far
  for (let left = wanted; left > 0; left = wanted - passed(day)) day = addDays(day, days < 0 ? -left : left);
  return day;
}
