import type { Day } from '@/domain/days/day';
import { holidayList } from './holiday-list';

/**
 * A day without sessions. Sources of `public` ones: article 112 of the Labour Code (45/2019/QH14), and resolution
 * 80-NQ/TW of 07/01/2026 on the Day of Vietnamese Culture. On `union` ones, the union's own, everybody celebrates.
 */
export type Holiday = { id: string; kind: 'public' | 'union'; vi: string; en: string };

const yearly = new Map<string, Holiday>();
/**
 * Lunar days are those of Viet Nam (UTC+7): in 2030 Tết falls a day before the Chinese one. `holiday.test.ts`
 * computes them by Hồ Ngọc Đức's algorithm (https://www.informatik.uni-leipzig.de/~duc/amlich/).
 */
const moved = new Map<string, Holiday>();
for (const { yearly: dates = [], days = [], ...holiday } of holidayList) {
  for (const date of dates) yearly.set(date, holiday);
  for (const day of days) moved.set(day, holiday);
}

/** The holiday of a day, if it is one; what the moon moves comes first. */
export const holidayOn = (day: Day): Holiday | undefined => moved.get(day) ?? yearly.get(day.slice(5));
