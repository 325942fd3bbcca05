import { ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { addDays, dayOf, timeZone, toDate } from '@/domain/days/day';
import { lastDayOf } from '@/domain/days/lasting';
import { withMark } from '@/domain/texts/with-mark';

export type Entry = {
  /** the session's id: the entry stays the same one when the session is moved or cancelled */
  id: string;
  sequence: number;
  cancelled: boolean;
  /** nobody has decided on it yet */
  tentative?: boolean;
  startsAt: Date;
  endsAt: Date;
  /** lasts whole days of Viet Nam, wherever the reader is */
  allDay?: boolean;
  /** when it was last changed */
  changedAt?: Date;
  title: string;
  place: string;
  description: string;
  /** said behind that, of what was made up for the demonstration */
  mark?: string | null;
  url?: string;
};

const REFRESH_SECONDS = 6 * 3600;

/**
 * A calendar as phones take it in (RFC 5545): times are instants in UTC, which every phone shows on its own clock. A
 * cancelled session stays in it, marked so. The same sessions give the same text.
 */
export function calendarText(name: string, language: string, entries: Entry[]): string {
  const calendar = new ICalCalendar({ name, ttl: REFRESH_SECONDS, prodId: madeBy(language) });
  for (const entry of entries) add(calendar, entry);
  // Beside the instants, the zone in which a calendar of its own is shown; the library would write it in local time.
  return calendar.toString().replace('\r\nREFRESH-INTERVAL', `\r\nX-WR-TIMEZONE:${timeZone}\r\nREFRESH-INTERVAL`);
}

/**
 * A file with one session for a calendar. The UID of the calendars above and the session's own SEQUENCE let a later
 * file take the place of an earlier one; a cancelled session says so.
 */
export function calendarFile(language: string, entry: Entry): string {
  const calendar = new ICalCalendar({ method: ICalCalendarMethod.PUBLISH, prodId: madeBy(language) });
  add(calendar, entry);
  return calendar.toString();
}

const madeBy = (language: string) => ({
  company: 'Phu nu so Dong Nai',
  product: 'Tap huan',
  language: language.toUpperCase(),
});

function add(calendar: ICalCalendar, entry: Entry): void {
  const { id, sequence, title, place, description, mark = null, url, changedAt } = entry;
  calendar.createEvent({
    id: `${id}@phu-nu-so-dong-nai`,
    sequence,
    status: statusOf(entry),
    ...timesOf(entry),
    ...(changedAt ? { stamp: changedAt, lastModified: changedAt } : {}),
    summary: title,
    location: place,
    description: withMark(description, mark),
    ...(url ? { url } : {}),
  });
}

function statusOf({ cancelled, tentative }: Entry): ICalEventStatus {
  if (cancelled) return ICalEventStatus.CANCELLED;
  return tentative ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
}

/** Whole days are dates, of which the end is the first day after. */
const timesOf = ({ startsAt, endsAt, allDay }: Entry) =>
  allDay
    ? { allDay: true, start: toDate(dayOf(startsAt)), end: toDate(addDays(lastDayOf({ startsAt, endsAt }), 1)) }
    : { start: startsAt, end: endsAt };
