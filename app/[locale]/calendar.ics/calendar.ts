import { ICalCalendar, ICalEventStatus } from 'ical-generator';
import { dayOf, timeZone } from '@/domain/day';
import { clockOf } from '@/domain/trainings/session';

export type Entry = {
  /** the session's id: the entry stays the same one when the session is moved or cancelled */
  id: string;
  sequence: number;
  cancelled: boolean;
  startsAt: Date;
  endsAt: Date;
  title: string;
  place: string;
  description: string;
  url: string;
};

/** Viet Nam has kept UTC+7 all year since 1975; calendars want the rule written out. */
const ZONE = [
  'BEGIN:VTIMEZONE',
  `TZID:${timeZone}`,
  'BEGIN:STANDARD',
  'DTSTART:19750613T000000',
  'TZOFFSETFROM:+0700',
  'TZOFFSETTO:+0700',
  'TZNAME:+07',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');

/** The library writes a Date's local parts beside the zone's name: they are given as the clock stands in Viet Nam. */
const wallClock = (instant: Date) => new Date(`${dayOf(instant)}T${clockOf(instant)}:00`);

/** A calendar as phones take it in (RFC 5545). A cancelled session stays in it, marked so. */
export function calendarText(name: string, language: string, entries: Entry[]): string {
  const calendar = new ICalCalendar({
    name,
    prodId: { company: 'Phu nu so Dong Nai', product: 'Tap huan', language: language.toUpperCase() },
    timezone: { name: null, generator: () => ZONE },
  });
  for (const { id, sequence, cancelled, startsAt, endsAt, title, place, description, url } of entries)
    calendar.createEvent({
      id: `${id}@phu-nu-so-dong-nai`,
      sequence,
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      timezone: timeZone,
      start: wallClock(startsAt),
      end: wallClock(endsAt),
      summary: title,
      location: place,
      description,
      url,
    });
  return calendar.toString();
}
