import { ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { lastDayOf } from '@/domain/calendar/calendar';
import { addDays, dayOf, toDate } from '@/domain/day';
import type { ToldSession, Worded } from '@/domain/messages/message';

type Entry = Pick<Worded, 'about' | 'session' | 'locale'> & { calendarSequence: number };

/**
 * A calendar file with one session. It has the UID of the public calendars and the session's own SEQUENCE, so that a later
 * one takes the place of an earlier one; a cancelled session stays and says so. Times in UTC: every calendar knows them;
 * whole days are dates, the end being the first day after.
 */
export function sessionEntry({ about, session, calendarSequence, locale }: Entry, description: string): string {
  const calendar = new ICalCalendar({
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Phu nu so Dong Nai', product: 'Tap huan', language: locale.toUpperCase() },
  });
  calendar.createEvent({
    id: `${session.id}@phu-nu-so-dong-nai`,
    sequence: calendarSequence,
    status: about === 'session-cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...timesOf(session),
    summary: session.title,
    location: session.mode === 'online' ? '' : (session.hall ?? session.unit),
    description,
  });
  return calendar.toString();
}

const timesOf = ({ startsAt, endsAt, allDay }: ToldSession) =>
  allDay
    ? { allDay: true, start: toDate(dayOf(startsAt)), end: toDate(addDays(lastDayOf({ startsAt, endsAt }), 1)) }
    : { start: startsAt, end: endsAt };
