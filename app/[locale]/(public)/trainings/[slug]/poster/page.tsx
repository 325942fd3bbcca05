import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { dependsOn, markMissing } from '@/app/cache-tags';
import { localeOf } from '@/app/locale';
import { pageMetadata } from '@/app/metadata';
import { MissingPage } from '@/app/missing';
import { Shell } from '@/app/shell';
import { PosterPaper } from '@/components/calendar/poster/poster-paper';
import { ButtonLink, MoreLink } from '@/components/ui/button';
import { hrefTo } from '@/i18n/routes';
import { posterOf } from '../poster-facts';

type Props = PageProps<'/[locale]/trainings/[slug]/poster'>;

const load = cache(posterOf);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const { slug } = await params;
  const [t, poster] = await Promise.all([getTranslations('calendar.poster'), load(locale, slug)]);
  if (!poster) return { title: t('title'), robots: { index: false } };
  return pageMetadata({
    locale,
    route: 'poster',
    params: { slug },
    title: `${t('title')}: ${poster.words.title}, ${poster.words.day}`,
    description: t('hint'),
    index: false,
  });
}

/** The poster of a session, ready to be printed; the same as a document beside it. */
export default async function PosterPage({ params }: Props) {
  const locale = await localeOf(params);
  const { slug } = await params;
  const [t, poster] = await Promise.all([getTranslations('calendar.poster'), load(locale, slug)]);
  if (!poster) {
    await markMissing();
    return <MissingPage locale={locale} />;
  }
  await dependsOn(`session:${poster.id}`, 'courses', 'units', 'today');
  return (
    <Shell locale={locale} route="poster" twinParams={{ slug }}>
      <div className="wrap section print:p-0">
        <div className="no-print mx-auto mb-6 flex max-w-[52rem] flex-wrap items-center gap-x-6 gap-y-3">
          <ButtonLink href={hrefTo(locale, 'posterDocument', { slug })} variant="primary" icon="report">
            {t('document')}
          </ButtonLink>
          <MoreLink href={hrefTo(locale, 'session', { slug })}>{t('back')}</MoreLink>
          <p className="w-full text-ink-2">{t('hint')}</p>
        </div>
        <PosterPaper {...poster} />
      </div>
    </Shell>
  );
}
