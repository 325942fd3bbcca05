import { getTranslations } from 'next-intl/server';
import { absolute } from '@/app/metadata';
import { type PosterWords, posterWords } from '@/components/calendar/poster/poster-words';
import { findPublishedSession } from '@/domain/trainings/published/published-queries';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

/** The session of a poster, its words and the address of its code; null for a session that is not going to take place. */
export async function posterOf(
  locale: Locale,
  slug: string,
): Promise<{ id: string; words: PosterWords; url: string } | null> {
  const session = await findPublishedSession(locale, slug);
  if (session?.state !== 'approved') return null;
  const [t, words, ui] = await Promise.all([
    getTranslations({ locale, namespace: 'calendar' }),
    getTranslations({ locale, namespace: 'trainings' }),
    getTranslations({ locale, namespace: 'ui' }),
  ]);
  const url = absolute(hrefTo(locale, 'session', { slug }));
  const short = absolute(hrefTo(locale, 'sessionByNumber', { slug: String(session.number) }));
  return { id: session.id, words: posterWords(locale, { t, words, demo: ui('demo') }, session, short), url };
}
