import { capital, communeWords, placeWords, type Words } from '@/components/trainings/place-words';
import { daysWords, timesWords } from '@/components/trainings/time-words';
import type { PublishedSession } from '@/domain/trainings/session-view';
import type { Locale } from '@/i18n/locales';
import type { CalendarWords } from '../calendar-entry';

/** All that a poster says: facts of the session and nothing that the portal does not know, no price and no promise. */
export type PosterWords = {
  above: string;
  title: string;
  day: string;
  times: string;
  place: string;
  address: string | null;
  /** for whom, what to bring, what the union says */
  lines: { term: string; text: string }[];
  scan: string;
  /** a short address that leads there too, to be typed by who cannot scan */
  typed: string;
  demo: string | null;
};

export function posterWords(
  locale: Locale,
  { t, words, demo }: { t: CalendarWords; words: Words; demo: string },
  session: PublishedSession,
  short: string,
): PosterWords {
  const { course, venue, audience, notes, unit, commune } = session;
  return {
    above: t('poster.above', { place: communeWords(words, commune) || unit }),
    title: course.title,
    day: daysWords(words, locale, session),
    times: timesWords(words, locale, session),
    place: capital(placeWords(words, session)),
    address: venue?.address ?? null,
    lines: [
      { term: words('session.forWhom'), text: words(`audience.${audience}`) },
      ...(course.preconditions ? [{ term: words('session.bring'), text: course.preconditions }] : []),
      ...(notes ? [{ term: words('session.notes'), text: notes }] : []),
    ],
    scan: t('poster.scan'),
    typed: short.replace(/^https?:\/\//, ''),
    demo: session.demo ? demo : null,
  };
}
