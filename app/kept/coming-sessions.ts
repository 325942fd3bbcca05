import 'server-only';
import { dependsOn, dependsUntil } from '@/app/cache-tags';
import type { Day } from '@/domain/days/day';
import {
  findNextPublished,
  listPublishedSessions,
  type PublishedFilter,
} from '@/domain/trainings/published/published-queries';
import type { Locale } from '@/i18n/locales';

/**
 * Coming trainings as pages for everyone list them: drawn anew when another one is to be listed, when seats of one change, and when
 * the first begins or ends. Nobody is offered a seat in what has begun.
 */
export async function comingSessions(locale: Locale, filter: PublishedFilter) {
  const found = await listPublishedSessions(locale, filter);
  await dependsOn(...listOf(filter.communeId), ...found.sessions.map(({ id }) => `free:${id}` as const));
  await dependsUntil(...found.sessions.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]));
  return found;
}

/** The list that a session of a commune, or of the province, is found in. */
const listOf = (communeId: string | undefined) =>
  communeId ? ([`sessions:${communeId}`, 'sessions:communes'] as const) : (['sessions:province'] as const);

/** The next session of a commune, or of the province where it has none; what shows it is drawn anew as a list is. */
export async function nextSession(locale: Locale, span: { from: Day; to: Day; communeId: string | null }) {
  const next = await findNextPublished(locale, span);
  if (span.communeId) await dependsOn(...listOf(span.communeId));
  if (!next?.here) await dependsOn('sessions:province');
  if (!next) return null;
  await dependsOn(`free:${next.session.id}`);
  await dependsUntil(next.session.startsAt, next.session.endsAt);
  return next;
}
