import { absolute } from '@/app/metadata';
import { dayOf, writtenAt } from '@/domain/days/day';
import { lastDayOf } from '@/domain/days/lasting';
import { withMark } from '@/domain/texts/with-mark';
import type { Before } from '@/domain/trainings/move';
import type { PublishedSession } from '@/domain/trainings/session-view';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

const MODES = {
  in_person: 'OfflineEventAttendanceMode',
  unit_meeting: 'OfflineEventAttendanceMode',
  online: 'OnlineEventAttendanceMode',
  mixed: 'MixedEventAttendanceMode',
} as const;

/** The host, in the words of the page's language. */
const UNION = {
  vi: (place: string) => `Hội Liên hiệp Phụ nữ ${place}`,
  en: (place: string) => `Women's Union of ${place}`,
} as const;

/** Dates with the clock of Viet Nam; a session that lasts all day has days, of which the last one still counts. */
const datesOf = ({ startsAt, endsAt, allDay }: Before) =>
  allDay
    ? { startDate: dayOf(startsAt), endDate: lastDayOf({ startsAt, endsAt }) }
    : { startDate: writtenAt(startsAt), endDate: writtenAt(endsAt) };

const statusOf = ({ state }: PublishedSession, before: Before | null) =>
  state === 'cancelled' ? 'EventCancelled' : before ? 'EventRescheduled' : 'EventScheduled';

type Beside = { place: string; before: Before | null; mark: string | null };

/**
 * The session as search engines list events; `before`: when it would have been before it was moved. Nobody's name; the host is the commune's
 * union. No price: the portal does not know of any.
 */
export function eventOf(locale: Locale, session: PublishedSession, { place, before, mark }: Beside): object {
  const url = absolute(hrefTo(locale, 'session', { slug: session.slug }));
  const hall = {
    '@type': 'Place',
    name: session.venue?.name ?? session.unit,
    address: {
      '@type': 'PostalAddress',
      ...(session.venue?.address ? { streetAddress: session.venue.address } : {}),
      ...(session.commune ? { addressLocality: session.commune.name } : {}),
      addressRegion: 'Đồng Nai',
      addressCountry: 'VN',
    },
  };
  const screen = { '@type': 'VirtualLocation', url };
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: session.course.title,
    description: withMark(session.course.description, mark),
    url,
    inLanguage: session.language,
    ...datesOf(session),
    eventStatus: `https://schema.org/${statusOf(session, before)}`,
    ...(before ? { previousStartDate: datesOf(before).startDate } : {}),
    eventAttendanceMode: `https://schema.org/${MODES[session.mode]}`,
    location: session.mode === 'online' ? screen : session.mode === 'mixed' ? [hall, screen] : hall,
    ...(session.seats !== null && { maximumAttendeeCapacity: session.seats }),
    ...(session.free !== null && { remainingAttendeeCapacity: session.free }),
    organizer: { '@type': 'Organization', name: UNION[locale](place), url: absolute(hrefTo(locale, 'about')) },
    offers: {
      '@type': 'Offer',
      url,
      availability: `https://schema.org/${session.isFull ? 'SoldOut' : 'InStock'}`,
    },
  };
}
