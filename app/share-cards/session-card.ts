import { getTranslations } from 'next-intl/server';
import type { ShareCard } from '@/components/layout/share-cards/share-card';
import { capital, placeWords } from '@/components/trainings/place-words';
import { timesWords } from '@/components/trainings/time-words';
import type { PublishedSession } from '@/domain/trainings/session-view';
import { formatMonth, formatWeekdayName } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { sharedImages } from './shared-images';

/** What is seen of a session before it is opened: what is learned, when and where, and that it is cancelled. */
export async function sessionCard(locale: Locale, session: PublishedSession): Promise<ShareCard> {
  const [t, ui] = await Promise.all([
    getTranslations({ locale, namespace: 'trainings' }),
    getTranslations({ locale, namespace: 'ui' }),
  ]);
  return {
    title: session.course.title,
    words: session.state === 'cancelled' ? t('session.cancelledTitle') : null,
    line: capital(placeWords(t, session)),
    picture: {
      kind: 'leaf',
      weekday: formatWeekdayName(locale, session.day),
      day: session.day.slice(8),
      month: formatMonth(locale, session.day),
      times: timesWords(t, locale, session),
    },
    place: session.commune?.code ?? null,
    subject: session.course.code,
    demo: session.demo ? ui('demo') : null,
  };
}

export const sessionImages = async (locale: Locale, session: PublishedSession) =>
  sharedImages(locale, await sessionCard(locale, session), { route: 'sessionCard', params: { slug: session.slug } });
