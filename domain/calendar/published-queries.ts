import { type Day, startOf, today } from '@/domain/days/day';
import type { Locale } from '@/domain/locale';
import { toPublishedSessions } from '@/domain/trainings/published/published-queries';
import {
  narrowedTo,
  oncePublic,
  type PublishedNarrowing,
  publishedSelect,
} from '@/domain/trainings/published/published-view';
import type { PublishedSession } from '@/domain/trainings/session-view';
import { onDays } from '@/domain/trainings/when';
import { db } from '@/prisma/client';
import { type AgendaDay, agendaOf, type DaySpan } from './calendar';
import { keptInFeeds } from './feed';
import type { EarthPoint } from './where';

/** More than the busiest month of the whole province has: a bound, not a page. */
const SPAN_MAX = 10_000;
const COMING_MAX = 400;
const PAST_MAX = 100;

/**
 * Each day of a span (in Viet Nam) with what takes place on it: approved, held, and cancelled after it was public. The
 * first `most` of a day are given, all are counted.
 */
export async function listPublishedAgenda(
  locale: Locale,
  span: DaySpan,
  most: number,
  narrowing: PublishedNarrowing = {},
): Promise<AgendaDay<PublishedSession>[]> {
  const rows = await db.session.findMany({
    where: { AND: [onDays(span.from, span.to), oncePublic(), narrowedTo(narrowing)] },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    select: { id: true, startsAt: true, endsAt: true },
    take: SPAN_MAX,
  });
  const days = agendaOf(rows, span, most);
  const ids = [...new Set(days.flatMap(({ shown }) => shown.map(({ id }) => id)))];
  const found = ids.length
    ? await db.session.findMany({ where: { id: { in: ids } }, select: publishedSelect(), take: ids.length })
    : [];
  const sessions = new Map((await toPublishedSessions(found, locale)).map((session) => [session.id, session]));
  return days.map(({ shown, ...day }) => ({ ...day, shown: shown.flatMap(({ id }) => sessions.get(id) ?? []) }));
}

/**
 * The sessions of a subscribed calendar, in order of time: at most the next four hundred and a hundred of the last
 * sixty days, called off ones among them. More is asked for by commune.
 */
export async function listPublishedCalendar(
  locale: Locale,
  narrowing: PublishedNarrowing = {},
): Promise<PublishedSession[]> {
  const kept = keptInFeeds();
  const of = (when: object, order: 'asc' | 'desc', take: number) =>
    db.session.findMany({
      where: { AND: [when, oncePublic(), narrowedTo(narrowing)] },
      orderBy: [{ startsAt: order }, { id: order }],
      select: publishedSelect(),
      take,
    });
  const [coming, past] = await Promise.all([of(kept.coming, 'asc', COMING_MAX), of(kept.past, 'desc', PAST_MAX)]);
  return toPublishedSessions([...past.reverse(), ...coming], locale);
}

const COMMUNES_MAX = 200;

/** How many sessions are coming in each commune until a day (exclusive, in Viet Nam), by the commune's id. */
export async function countPublishedByCommune(until: Day): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ communeId: string; count: number }[]>`
    SELECT p.commune_id::text AS "communeId", count(*)::int AS count
    FROM session s JOIN app.unit_place p ON p.unit_id = s.unit_id
    WHERE s.state = 'approved' AND s.starts_at >= ${startOf(today())} AND s.starts_at < ${startOf(until)}
      AND p.commune_id IS NOT NULL
    GROUP BY p.commune_id LIMIT ${COMMUNES_MAX}`;
  return new Map(rows.map(({ communeId, count }) => [communeId, count]));
}

/** A point inside a commune; null where none is recorded. */
export async function findPublishedPoint(communeId: string): Promise<EarthPoint | null> {
  const row = await db.unit.findUnique({ where: { id: communeId }, select: { lat: true, lon: true } });
  return row && row.lat !== null && row.lon !== null ? { lat: row.lat, lon: row.lon } : null;
}
