import type { Day } from '@/domain/days/day';
import type { ChartWords } from './map/tile-words';

/** More than so many years apart, months are told with their years. */
const MONTHS_MAX = 13;

const monthNumber = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/** How months are called along a drawing: "T9", and with its year where the drawing goes on for more than one. */
export function monthTicks(t: ChartWords, days: readonly Day[]): (at: number) => string {
  const [first, last] = [days[0], days.at(-1)];
  const long = first !== undefined && last !== undefined && monthNumber(last) - monthNumber(first) >= MONTHS_MAX;
  return (at) => {
    const day = days[at] ?? '';
    const month = Number(day.slice(5, 7));
    return long ? t('monthOfYear', { month, year: day.slice(2, 4) }) : t('monthShort', { month });
  };
}
