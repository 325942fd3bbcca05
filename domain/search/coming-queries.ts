import { addDays, today } from '@/domain/days/day';
import type { Locale } from '@/domain/locale';
import { findNextPublished } from '@/domain/trainings/published/published-queries';
import type { PublishedSession } from '@/domain/trainings/session-view';
import { keptValue } from '@/prisma/kept-values';

const DAYS_AHEAD = 92;

/** The class that begins next, for whoever found nothing; kept until it is over. How many of its seats are free may be of before. */
export async function findPublishedComing(locale: Locale): Promise<PublishedSession | null> {
  const day = today();
  const read = () => findNextPublished(locale, { from: day, to: addDays(day, DAYS_AHEAD) });
  const tags = ['trainings', 'sessions:province', 'courses', 'units', 'today'];
  const kept = await keptValue(`search coming ${locale} ${day}`, tags, read);
  const next = kept && kept.session.endsAt <= new Date() ? await read() : kept;
  return next?.session ?? null;
}
