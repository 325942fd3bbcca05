import { type Day, dayOf } from '@/domain/days/day';

const DAY_LONG = 24 * 3_600_000;

/** When something takes place: instants, the end itself is free again. */
export type Lasting = { startsAt: Date; endsAt: Date };

/** The last day that it touches: what ends as a day turns is not on the day that begins. */
export const lastDayOf = ({ startsAt, endsAt }: Lasting): Day =>
  dayOf(new Date(Math.max(startsAt.getTime(), endsAt.getTime() - 1)));

/**
 * The last day on which it stands in a calendar: what lasts a day or more stands on each day it touches, an evening that goes on
 * past midnight on the day on which people set out for it.
 */
export const lastDayShown = ({ startsAt, endsAt }: Lasting): Day =>
  endsAt.getTime() - startsAt.getTime() < DAY_LONG ? dayOf(startsAt) : lastDayOf({ startsAt, endsAt });

/** Whether it goes on into a later day than the one on which it began. */
export const passesMidnight = (lasting: Lasting) => lastDayOf(lasting) > dayOf(lasting.startsAt);
