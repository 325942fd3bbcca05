import 'server-only';
import { listPublishedSessions, type PublishedFilter } from '@/domain/trainings/published/published-queries';
import type { Locale } from '@/i18n/locales';
import { dependsUntil } from './cache-tags';

/**
 * Coming trainings as pages for everyone list them. A page that is kept is drawn anew when the first of them begins or
 * ends: nobody is offered a seat in what has begun.
 */
export async function comingSessions(locale: Locale, filter: PublishedFilter) {
  const found = await listPublishedSessions(locale, filter);
  await dependsUntil(...found.sessions.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]));
  return found;
}
