import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { BreadcrumbList } from '@/app/breadcrumb-list';
import { dependsOn, dependsUntil, markMissing } from '@/app/cache-tags';
import { JsonLd } from '@/app/json-ld';
import { localeOf } from '@/app/locale';
import { pageMetadata } from '@/app/metadata';
import { MissingPage } from '@/app/missing';
import { sessionImages } from '@/app/share-cards/session-card';
import { communeWords, placeWords } from '@/components/trainings/place-words';
import { whenWords } from '@/components/trainings/time-words';
import { withMark } from '@/domain/texts/with-mark';
import { findPublishedSession } from '@/domain/trainings/published/published-queries';
import { formatDay } from '@/i18n/format';
import { eventOf } from './event';
import { SessionContent } from './session-content';

type Props = PageProps<'/[locale]/trainings/[slug]'>;

const load = cache(findPublishedSession);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const { slug } = await params;
  const [t, ui, session] = await Promise.all([getTranslations('trainings'), getTranslations('ui'), load(locale, slug)]);
  if (!session) return { title: t('title'), robots: { index: false } };
  const title = session.course.title;
  const when = whenWords(t, locale, session);
  const place = placeWords(t, session);
  return pageMetadata({
    locale,
    route: 'session',
    params: { slug },
    title: `${title}, ${formatDay(locale, session.day)}, ${place}`,
    description: withMark(t('session.summary', { title, when, place }), session.demo ? ui('demo') : null),
    card: await sessionImages(locale, session),
  });
}

export default async function SessionPage({ params }: Props) {
  const locale = await localeOf(params);
  const { slug } = await params;
  const [t, ui, session] = await Promise.all([getTranslations('trainings'), getTranslations('ui'), load(locale, slug)]);
  if (!session) {
    await markMissing();
    return <MissingPage locale={locale} />;
  }
  await dependsOn(`session:${session.id}`, `seats:${session.id}`, 'courses', 'units', 'today');
  await dependsUntil(session.startsAt, session.endsAt);
  const image = (await sessionImages(locale, session)).map(({ url }) => url);
  const place = communeWords(t, session.commune);
  const mark = session.demo ? ui('demo') : null;
  return (
    <>
      <JsonLd data={{ ...eventOf(locale, session, { place, before: session.before, mark }), image }} />
      <BreadcrumbList locale={locale} part="trainings" name={session.course.title} />
      <SessionContent locale={locale} session={session} />
    </>
  );
}
