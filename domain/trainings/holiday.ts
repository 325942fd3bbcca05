import type { Day } from '@/domain/day';
import { holidayList } from './holiday-list';

/**
 * Days on which no session is planned: `holiday-list.ts` names them, in both languages. `public` are those of article 112 of
 * the Labour Code (45/2019/QH14) and the Day of Vietnamese Culture (resolution 80-NQ/TW of 07/01/2026), `union` the union's
 * own, on which everybody celebrates. `yearly`: month and day; `days`: what the moon moves, written out for 2026 to 2030.
 *
 * Of Tết the government chooses each year five days, one or two of them before the first of the lunar year, and of National
 * Day a second one before or after it: all that may be are named. The lunar days are those of Viet Nam (UTC+7); in 2030 Tết
 * falls a day before the Chinese one. `holiday.test.ts` computes them by Hồ Ngọc Đức's algorithm
 * (https://www.informatik.uni-leipzig.de/~duc/amlich/).
 */
export type Holiday = { id: string; kind: 'public' | 'union'; vi: string; en: string };

const yearly = new Map<string, Holiday>();
const moved = new Map<string, Holiday>();
for (const { yearly: dates = [], days = [], ...holiday } of holidayList) {
  for (const date of dates) yearly.set(date, holiday);
  for (const day of days) moved.set(day, holiday);
}

/** The holiday of a day, if it is one; what the moon moves comes first. */
export const holidayOn = (day: Day): Holiday | undefined => moved.get(day) ?? yearly.get(day.slice(5));
