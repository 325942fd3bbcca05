import type { getTranslations } from 'next-intl/server';
import { absolute } from '@/app/metadata';
import { capital, placeWords } from '@/components/trainings/place-words';
import type { PublishedSession } from '@/domain/trainings/session-view';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import type { Entry } from '@/server/calendar';

type Words = Awaited<ReturnType<typeof getTranslations<'trainings'>>>;

/** A session as everybody's calendar has it; `mark` is said of those that were made up. */
export const publishedEntry = (locale: Locale, t: Words, session: PublishedSession, mark: string): Entry => ({
  id: session.id,
  sequence: session.calendarSequence,
  cancelled: session.state === 'cancelled',
  startsAt: session.startsAt,
  endsAt: session.endsAt,
  allDay: session.allDay,
  changedAt: session.changedAt,
  title: session.course.title,
  place: capital(placeWords(t, session)),
  description: [session.course.description, session.course.preconditions, session.notes].filter(Boolean).join('\n'),
  mark: session.demo ? mark : null,
  url: absolute(hrefTo(locale, 'session', { slug: session.slug })),
});
