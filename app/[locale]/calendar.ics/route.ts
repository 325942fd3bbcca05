import { getTranslations } from 'next-intl/server';
import { absolute } from '@/app/metadata';
import { capital, communeWords, placeWords } from '@/components/trainings/place-words';
import { listPublishedCalendar } from '@/domain/calendar/published-queries';
import { findPublishedSession } from '@/domain/trainings/published-queries';
import type { PublishedSession } from '@/domain/trainings/session-view';
import { listPublishedCommunes } from '@/domain/units/queries';
import { defaultLocale, isLocale, type Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { calendarText, type Entry } from './calendar';

export const dynamic = 'force-dynamic';

type Words = Awaited<ReturnType<typeof getTranslations<'trainings'>>>;

/** Trainings for phones' calendars: of a commune (`?commune=<code>`), one alone (`?session=<slug>`), or all. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string }> }) {
  const asked = (await params).locale;
  const locale = isLocale(asked) ? asked : defaultLocale;
  const t = await getTranslations({ locale, namespace: 'trainings' });
  const query = new URL(request.url).searchParams;
  const found = await sessionsOf(locale, t, query.get('commune'), query.get('session'));
  if (!found) return new Response(null, { status: 404 });

  const entries = found.sessions.map((session) => entryOf(locale, t, session));
  return new Response(calendarText(found.name, locale, entries), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="tap-huan.ics"',
      'cache-control': 'public, max-age=300',
    },
  });
}

async function sessionsOf(locale: Locale, t: Words, code: string | null, slug: string | null) {
  if (slug) {
    const session = await findPublishedSession(locale, slug);
    return session && { name: session.course.title, sessions: [session] };
  }
  if (!code) {
    const name = t('feed.name', { place: t('feed.province') });
    return { name, sessions: await listPublishedCalendar(locale) };
  }
  const commune = (await listPublishedCommunes()).find((each) => each.code === code);
  if (!commune) return null;
  const name = t('feed.name', { place: communeWords(t, commune) });
  return { name, sessions: await listPublishedCalendar(locale, { communeId: commune.id }) };
}

const entryOf = (locale: Locale, t: Words, session: PublishedSession): Entry => ({
  id: session.id,
  sequence: session.calendarSequence,
  cancelled: session.state === 'cancelled',
  startsAt: session.startsAt,
  endsAt: session.endsAt,
  title: session.course.title,
  place: capital(placeWords(t, session)),
  description: [session.course.description, session.course.preconditions, session.notes].filter(Boolean).join('\n'),
  url: absolute(hrefTo(locale, 'session', { slug: session.slug })),
});
