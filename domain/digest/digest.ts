import { addDays, type Day, dayOf, startOf, weekStart } from '@/domain/days/day';

/** What the three lines of a week speak of, as plain texts: a mail keeps them and is worded when it is sent. No person is among them. */
export type DigestFacts = Record<string, string>;

/** What moved is told since so many days ago, what is due for so many to come. */
export const MOVED_DAYS = 7;
export const DUE_DAYS = 14;

/** Mondays at seven in the morning, in Viet Nam. */
const HOUR = 7 * 3_600_000;

/** The Monday whose seven o'clock was the last: a week is told late where nobody was up, and once. */
export const digestWeek = (now: Date): Day => weekStart(dayOf(new Date(now.getTime() - HOUR)));

/** The instant at which a week is told. */
export const digestInstant = (week: Day): Date => new Date(startOf(week).getTime() + HOUR);

/** A mail that waited longer than its week tells nothing any more. */
export const isOfThisWeek = ({ week = '' }: DigestFacts, today: Day) => week !== '' && addDays(week as Day, 7) > today;
