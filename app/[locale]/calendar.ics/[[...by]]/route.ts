import { getTranslations } from 'next-intl/server';
import { partsAsked } from '@/app/address';
import { dependsOn } from '@/app/cache-tags';
import { communeWords } from '@/components/trainings/place-words';
import { listPublishedCalendar } from '@/domain/calendar/published-queries';
import { findPublishedSession, listPublishedCourses } from '@/domain/trainings/published/published-queries';
import { listPublishedCommunes } from '@/domain/units/queries';
import { type Locale, localeAsked } from '@/i18n/locales';
import { calendarText } from '@/server/calendar';
import { publishedEntry } from '../entries';

/** The same for everyone, kept until a session changes or the day turns; nothing is drawn while building. */
export const dynamic = 'force-static';
export const generateStaticParams = () => [];

type Words = Awaited<ReturnType<typeof getTranslations<'trainings'>>>;
type Props = { params: Promise<{ locale: string; by?: string[] }> };

/**
 * Trainings for phones' calendars: of a commune (`?commune=<code>`), of a topic (`?topic=<code>`) or both, one alone
 * (`?session=<slug>`), or all. What the address asks for comes as parts of the path (`narrowedBy` in `i18n/routes.ts`).
 */
export async function GET(_request: Request, { params }: Props) {
  const { locale: asked, by = [] } = await params;
  const locale = localeAsked(asked);
  const [t, ui] = await Promise.all([
    getTranslations({ locale, namespace: 'trainings' }),
    getTranslations({ locale, namespace: 'ui' }),
  ]);
  await dependsOn('sessions:province', 'courses', 'units', 'today');
  const found = await sessionsOf(locale, t, partsAsked(by));
  if (!found) return new Response(null, { status: 404 });

  const entries = found.sessions.map((session) => publishedEntry(locale, t, session, ui('demo')));
  return new Response(calendarText(found.name, locale, entries), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  });
}

type Asked = { commune?: string; topic?: string; session?: string };

async function sessionsOf(locale: Locale, t: Words, asked: Asked) {
  if (asked.session !== undefined) {
    const session = await findPublishedSession(locale, asked.session);
    return session && { name: session.course.title, sessions: [session] };
  }
  const [communes, courses] = await Promise.all([listPublishedCommunes(), listPublishedCourses(locale)]);
  const commune = communes.find(({ code }) => code === asked.commune);
  const course = courses.find(({ code }) => code === asked.topic);
  if ((asked.commune !== undefined && !commune) || (asked.topic !== undefined && !course)) return null;
  const place = commune ? communeWords(t, commune) : t('feed.province');
  return {
    name: t('feed.name', { place: course ? `${course.title}, ${place}` : place }),
    sessions: await listPublishedCalendar(locale, { communeId: commune?.id, courseCode: course?.code }),
  };
}
