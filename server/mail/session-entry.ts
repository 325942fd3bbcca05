import { ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Worded } from '@/domain/messages/message';

type Entry = Pick<Worded, 'about' | 'session' | 'locale'> & { calendarSequence: number };

/**
 * A calendar file with one session. It has the UID of the public calendars and the session's own SEQUENCE, so that a later
 * one takes the place of an earlier one; a cancelled session stays and says so. Times in UTC: every calendar knows them.
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
    start: session.startsAt,
    end: session.endsAt,
    summary: session.title,
    location: session.mode === 'online' ? '' : (session.hall ?? session.unit),
    description,
  });
  return calendar.toString();
}
