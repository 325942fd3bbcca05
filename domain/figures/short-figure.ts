import { type Day, isDay } from '@/domain/days/day';
import type { IndicatorCode } from '@/domain/indicators/indicator';
import { CITY_SLUG, type FigurePlace } from './figure';

/** Which number a short address means, for good: what is printed leads there for years, so none is ever given to another. */
export const shortNumbers = {
  coverage_sub_association: 1,
  coverage_group: 2,
  both_untied_sub_association: 3,
  both_untied_group: 4,
  family_only_sub_association: 5,
  family_only_group: 6,
  pair_only_sub_association: 7,
  pair_only_group: 8,
  models_digital_family: 9,
  models_one_plus_one_instructor: 10,
  models_digital_sub_association: 11,
  models_digital_womens_club: 12,
  models_planned: 13,
  models_paused: 14,
  sessions_held: 15,
  hours_taught: 16,
  peer_lessons: 17,
  peer_lesson_minutes: 18,
  women_guided: 19,
} as const satisfies Partial<Record<IndicatorCode, number>>;

const numbers: Partial<Record<IndicatorCode, number>> = shortNumbers;
const codes = new Map(Object.entries(shortNumbers).map(([code, number]) => [String(number), code as IndicatorCode]));

type Said = { code: IndicatorCode; day: Day; place: Pick<FigurePlace, 'code' | 'level'> };

/** What the short address of a figure says: which number, the commune's code or the city, and the day ("1-26380-260831"). */
export const shortOf = ({ code, day, place }: Said): string =>
  [numbers[code], place.level === 'province' ? CITY_SLUG : place.code, day.slice(2).replaceAll('-', '')].join('-');

/** The figure that it means; null where it means none. `place`: the city's slug, or the code of a commune. */
export function figureOfShort(text: string): { code: IndicatorCode; place: string; day: Day } | null {
  const [, number = '', place = '', year, month, date] =
    /^(\d{1,2})-([a-z0-9-]{1,60})-(\d\d)(\d\d)(\d\d)$/.exec(text) ?? [];
  const [code, day] = [codes.get(number), `20${year}-${month}-${date}`];
  return code && isDay(day) ? { code, place, day } : null;
}
