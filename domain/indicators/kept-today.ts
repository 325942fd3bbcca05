import { type Day, today } from '@/domain/days/day';
import { keptValue } from '@/prisma/kept-values';

/** Milliseconds for which counts of today that go through all women of the city are kept: some of them joins or learns in every one of them. */
const KEPT_MS = 60_000;

/** What is counted of all women of the city, kept where it is of today. Another day is read anew: it would be kept for whoever turns over a calendar. */
export const keptToday = <Value>(name: string, day: Day, read: () => Promise<Value>): Promise<Value> =>
  day === today() ? keptValue(`${name} ${day}`, ['today'], read, KEPT_MS) : read();
