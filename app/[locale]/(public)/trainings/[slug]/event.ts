import { absolute } from '@/app/metadata';
import type { PublishedSession } from '@/domain/trainings/session-view';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

const MODES = {
  in_person: 'OfflineEventAttendanceMode',
  unit_meeting: 'OfflineEventAttendanceMode',
  online: 'OnlineEventAttendanceMode',
  mixed: 'MixedEventAttendanceMode',
} as const;

/** The session as search engines list events. Nobody's name; the host is the commune's union. */
export function eventOf(locale: Locale, session: PublishedSession, place: string): object {
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
    description: session.course.description,
    url,
    inLanguage: session.language,
    startDate: session.startsAt.toISOString(),
    endDate: session.endsAt.toISOString(),
    eventStatus: `https://schema.org/${session.state === 'cancelled' ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: `https://schema.org/${MODES[session.mode]}`,
    location: session.mode === 'online' ? screen : session.mode === 'mixed' ? [hall, screen] : hall,
    maximumAttendeeCapacity: session.seats,
    remainingAttendeeCapacity: session.free,
    organizer: { '@type': 'Organization', name: `Hội Liên hiệp Phụ nữ ${place}` },
  };
}
