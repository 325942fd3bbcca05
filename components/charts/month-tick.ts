import type { Day } from '@/domain/days/day';
import type { ChartWords } from './map/tile-words';

/** A drawing over so many months tells them with their years: one name would stand there twice. */
const MONTHS_MAX = 12;

const monthNumber = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/** How months are called along a drawing: "T9", and with its year where it goes on for more than one, or where only some months of a year stand, as in a look over six. */
export function monthTicks(t: ChartWords, days: readonly Day[]): (at: number) => string {
  const [first, last] = [days[0], days.at(-1)];
  const long = first !== undefined && last !== undefined && monthNumber(last) - monthNumber(first) >= MONTHS_MAX;
  const apart = days.some((day, at) => monthNumber(day) - monthNumber(days[at - 1] ?? day) > 1);
  return (at) => {
    const day = days[at] ?? '';
    const month = Number(day.slice(5, 7));
    return long || apart ? t('monthOfYear', { month, year: day.slice(2, 4) }) : t('monthShort', { month });
  };
}
