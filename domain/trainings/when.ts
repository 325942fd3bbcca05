import { addDays, type Day, dayOf, startOf } from '@/domain/days/day';

/** No session is longer: the database refuses it. */
export const DAYS_MAX = 31;

/*
 * Sessions by their time, as filters. All are sought by their beginning, on which there is an index: how long one can be
 * bounds when it may have begun.
 */

/** Sessions that lie on one of these days of Viet Nam, [from, to), at least in part. */
export const onDays = (from: Day, to: Day) => ({
  startsAt: { gte: startOf(addDays(from, -DAYS_MAX)), lt: startOf(to) },
  endsAt: { gt: startOf(from) },
});

/** Sessions that are not over at an instant: what is to come, and what goes on. */
export const notOverAt = (instant: Date) => ({
  startsAt: { gte: startOf(addDays(dayOf(instant), -DAYS_MAX)) },
  endsAt: { gt: instant },
});

/** Sessions that were over at an instant. */
export const overAt = (instant: Date) => ({ startsAt: { lt: instant }, endsAt: { lte: instant } });
