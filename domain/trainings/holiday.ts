import { addDays, type Day } from '@/domain/day';

export type HolidayName = 'new-year' | 'tet' | 'hung-kings' | 'reunification' | 'labour' | 'national' | 'culture';

/**
 * The first day of the lunar year and the tenth of its third month, by the calendar of Viet Nam (UTC+7): in 2030 Tết falls a
 * day before the Chinese one. Computed with Hồ Ngọc Đức's algorithm (https://www.informatik.uni-leipzig.de/~duc/amlich/), which
 * `holiday.test.ts` repeats.
 */
const lunar = {
  2026: { tet: '2026-02-17', hungKings: '2026-04-26' },
  2027: { tet: '2027-02-06', hungKings: '2027-04-16' },
  2028: { tet: '2028-01-26', hungKings: '2028-04-04' },
  2029: { tet: '2029-02-13', hungKings: '2029-04-23' },
  2030: { tet: '2030-02-02', hungKings: '2030-04-12' },
} as const satisfies Record<number, { tet: Day; hungKings: Day }>;

export const holidayYears = Object.keys(lunar).map(Number) as (keyof typeof lunar)[];

/** Tết is five days off, of which the government chooses each year one or two before the first of the year: all that may be are skipped. */
const TET_BEFORE = 2;
const TET_AFTER = 4;

/**
 * Public holidays: article 112 of the Labour Code (45/2019/QH14), and the Day of Vietnamese Culture on 24/11 (resolution
 * 80-NQ/TW of 07/01/2026). National Day has a second day, before or after it as the government says: both are skipped.
 */
function holidaysOf(year: keyof typeof lunar): [Day, HolidayName][] {
  const { tet, hungKings } = lunar[year];
  const on = (date: string) => `${year}-${date}` as Day;
  const daysOfTet = Array.from({ length: TET_BEFORE + TET_AFTER + 1 }, (_, at) => addDays(tet, at - TET_BEFORE));
  return [
    [on('01-01'), 'new-year'],
    ...daysOfTet.map((day): [Day, HolidayName] => [day, 'tet']),
    [hungKings, 'hung-kings'],
    [on('04-30'), 'reunification'],
    [on('05-01'), 'labour'],
    [on('09-01'), 'national'],
    [on('09-02'), 'national'],
    [on('09-03'), 'national'],
    [on('11-24'), 'culture'],
  ];
}

/** Every holiday of 2026 to 2030 by its day; of later years only what needs no moon is known. */
export const holidays: ReadonlyMap<Day, HolidayName> = new Map(holidayYears.flatMap(holidaysOf));

export const holidayOn = (day: Day): HolidayName | undefined => holidays.get(day);
