import { createHash } from 'node:crypto';
import { getTranslations } from 'next-intl/server';
import { absolute } from '@/app/metadata';
import { deadlineEntry } from '@/components/calendar/calendar-entry';
import { capital, withCommune } from '@/components/trainings/place-words';
import { type Deadline, deadlineId } from '@/domain/calendar/deadlines/deadline';
import { listDeadlines } from '@/domain/calendar/deadlines/deadline-queries';
import { deadlinesInFeeds } from '@/domain/calendar/feed';
import { type FeedSession, listFeedSessions, viewerOfFeed } from '@/domain/calendar/feed-queries';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { calendarText, type Entry } from '@/server/calendar';

export const dynamic = 'force-dynamic';

/**
 * Somebody's own calendar, for whoever knows its secret address: in her language, with what she may see today. An address
 * that is wrong, or was ended, leads to nothing, and nothing tells the two apart.
 */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }) {
  const feed = await viewerOfFeed((await params).slug);
  if (!feed) return new Response(null, { status: 404, headers: { 'cache-control': 'private, no-store' } });
  const { viewer, kind } = feed;
  const { locale } = viewer;
  const [t, words, coverage, ui, sessions, deadlines] = await Promise.all([
    getTranslations({ locale, namespace: 'calendar' }),
    getTranslations({ locale, namespace: 'trainings' }),
    getTranslations({ locale, namespace: 'coverage' }),
    getTranslations({ locale, namespace: 'ui' }),
    listFeedSessions(viewer, kind),
    // a calendar of what she teaches holds nothing else
    kind === 'teaching' ? [] : listDeadlines(viewer, deadlinesInFeeds()),
  ]);
  const marked = ({ demo }: { demo: boolean }) => ({ mark: demo ? ui('demo') : null });
  const entries = [
    ...sessions.map((session) => ({ ...entryOf(locale, t, words, session), ...marked(session) })),
    ...deadlines.map((deadline) => ({ ...dueEntryOf(t, coverage, deadline), ...marked(deadline) })),
  ];
  const text = calendarText(t(`feeds.name.${kind}`), locale, entries);
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  const changed = Math.max(0, ...[...sessions, ...deadlines].map(({ changedAt }) => changedAt.getTime()));
  const headers = {
    etag,
    'cache-control': 'private, no-cache',
    'last-modified': new Date(changed).toUTCString(),
  };
  // The time alone does not tell that a hall was renamed: only the ETag is taken for "the same".
  if (request.headers.get('if-none-match')?.includes(etag)) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, 'content-type': 'text/calendar; charset=utf-8' } });
}

type CoverageWords = Awaited<ReturnType<typeof getTranslations<'coverage'>>>;
type CalendarWords = Awaited<ReturnType<typeof getTranslations<'calendar'>>>;
type Words = Awaited<ReturnType<typeof getTranslations<'trainings'>>>;

function entryOf(locale: Locale, t: CalendarWords, words: Words, session: FeedSession): Entry {
  const { id, slug, state, mode, place, commune, own, waits, hasRecord, onlineUrl } = session;
  const { sequence, startsAt, endsAt, allDay, changedAt, title } = session;
  const lines = [
    own ? t('own') : null,
    waits ? t('feeds.waits') : null,
    state === 'approved' ? null : words(`state.${state}`),
    onlineUrl ? t('feeds.online', { url: onlineUrl }) : null,
    session.description,
  ];
  return {
    id,
    sequence,
    startsAt,
    endsAt,
    allDay,
    changedAt,
    title,
    cancelled: state === 'cancelled' || state === 'refused',
    tentative: state === 'proposed' || waits,
    place: mode === 'online' ? words('badge.online') : capital(withCommune(words, place, commune)),
    description: lines.filter(Boolean).join('\n'),
    url: absolute(hasRecord ? `/admin/trainings/${id}` : hrefTo(locale, 'session', { slug })),
  };
}

/** The day on which a report is due; how much was done to the report is its SEQUENCE. */
function dueEntryOf(t: CalendarWords, coverage: CoverageWords, deadline: Deadline): Entry {
  const { title, href, place, startsAt, endsAt, allDay } = deadlineEntry(t, coverage, deadline);
  return {
    id: deadlineId(deadline),
    sequence: deadline.sequence,
    cancelled: false,
    startsAt,
    endsAt,
    allDay,
    changedAt: deadline.changedAt,
    title: `${title}, ${place}`,
    place: '',
    description: t('deadline.hint'),
    url: absolute(href),
  };
}
