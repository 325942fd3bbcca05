import { FIRST_DAY } from '@/domain/coverage/coverage';
import { addDays, toDate, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { AHEAD_DAYS, dueDays } from './period';

/** Makes the periods of the campaign's calendar that are not there yet, up to a year ahead, and says how many. Twice is once. */
export async function makePeriods(): Promise<number> {
  const until = addDays(today(), AHEAD_DAYS);
  const [row] = await db.$queryRaw<{ made: number }[]>`
    SELECT app.make_periods(${toDate(FIRST_DAY)}::date, ${toDate(until)}::date, ${dueDays}::int[]) AS made`;
  return row?.made ?? 0;
}
