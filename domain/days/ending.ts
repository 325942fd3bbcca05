import { z } from 'zod';
import { type Detail, ok, problem, type Result } from '@/domain/result';
import { optional } from '@/domain/texts/text';
import { addDays, type Day, toDate } from './day';
import { dayInput } from './day-input';

/** How something ends, as people say it: after its last day, or as if it never was, since it was written down by mistake. */
export type Ending = { lastDay?: Day | undefined; never?: 'on' | undefined };

/** The checkbox sends "on" or nothing. */
export const endingFields = { lastDay: optional(dayInput), never: z.literal('on').optional() };

/** Whether an ending says when; for `refine`, since a last day is needed only of what once was. */
export const saysWhen = ({ lastDay, never }: Ending) => never !== undefined || lastDay !== undefined;
export const whenNeeded = { path: ['lastDay'], message: 'day-needed' };

/**
 * The first day without it, as rows keep it: the day after the last one, or its own first day where it never was.
 * 'end-too-early': the last day lies before the first.
 */
export function firstDayWithout({ lastDay, never }: Ending, from: Day): Result<Day, 'end-too-early'> {
  if (never || !lastDay) return ok(from);
  return lastDay < from ? problem('end-too-early', { day: from }) : ok(addDays(lastDay, 1));
}

/** A stretch as rows keep it: `to` is the first day without. */
export type Stretch = { from: Day; to: Day | null };

/** The last day of what ends; rows keep the day after it. */
export const lastDayBefore = (to: Day): Day => addDays(to, -1);

/** Taken back: it ends on its own first day, so there was no day of it. */
export const neverWas = ({ from, to }: Stretch) => to !== null && to <= from;

/** Whether it has ended by a day. What never was has ended on every day, also before the one on which it was to begin. */
export const hasEndedBy = ({ from, to }: Stretch, day: Day) => to !== null && (to <= day || neverWas({ from, to }));

/** Rows that have not ended by a day, by the same rule, as a Prisma filter; `fields` are those of their table. */
export const lastingAfter = <Column>(day: Day, fields: { validFrom: Column }) => ({
  OR: [{ validTo: null }, { AND: [{ validTo: { gt: toDate(day) } }, { validTo: { gt: fields.validFrom } }] }],
});

/** For the words of a refusal: the last day of what has ended, and whether it never was. */
export const endDetail = (from: Day, to: Day): Detail => ({
  day: lastDayBefore(to),
  never: neverWas({ from, to }) ? 'yes' : 'no',
});

/** The ending as the trail keeps it. */
export const endingTrail = ({ lastDay, never }: Ending) => (never || !lastDay ? { never: true } : { lastDay });

/** The last day that a form offers: yesterday, so that something else can begin today; of what began today, today. */
export const lastDayOffered = (from: Day, today: Day): Day => (from < today ? lastDayBefore(today) : from);
