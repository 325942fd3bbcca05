import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { dependsOn } from '@/app/cache-tags';
import { JsonLd } from '@/app/json-ld';
import { localeOf } from '@/app/locale';
import { absolute, pageMetadata } from '@/app/metadata';
import { hrefTo } from '@/i18n/routes';
import { HomeContent } from './home-content';

export async function generateMetadata({ params }: PageProps<'/[locale]'>): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations('home');
  return pageMetadata({ locale, route: 'home', title: t('title'), description: t('lead') });
}

export default async function HomePage({ params }: PageProps<'/[locale]'>) {
  const locale = await localeOf(params);
  await dependsOn(
    'articles:news',
    'articles:story',
    'articles:alert',
    'articles:guide',
    'figures:province',
    'courses',
    'units',
    'today',
  );
  const t = await getTranslations('home');
  return (
    <>
      <JsonLd
        data={{
          '@context': 'https://schema.org',
          '@type': 'WebSite',
          name: t('title'),
          url: absolute(hrefTo(locale, 'home')),
          inLanguage: locale,
        }}
      />
      <HomeContent locale={locale} />
    </>
  );
}
