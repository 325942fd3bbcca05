import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { dependsOn } from '@/app/cache-tags';
import { localeOf } from '@/app/locale';
import { pageMetadata } from '@/app/metadata';
import { Shell } from '@/app/shell';
import { SearchForm } from '@/components/search/search-form';
import { SearchLinks } from '@/components/search/search-links';
import { listPublishedTopicsToSearch } from '@/domain/search/choice-queries';
import { hrefTo } from '@/i18n/routes';

export async function generateMetadata({ params }: PageProps<'/[locale]/search'>): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations('search');
  return pageMetadata({ locale, route: 'search', title: t('title'), description: t('ask'), index: false });
}

/** The empty question. Its answers are in `asked`, drawn for whoever asks, and kept once a question is asked again. */
export default async function SearchPage({ params }: PageProps<'/[locale]/search'>) {
  const locale = await localeOf(params);
  const [t, topics] = await Promise.all([getTranslations('search'), listPublishedTopicsToSearch(locale)]);
  await dependsOn('courses', 'today');
  return (
    <Shell locale={locale} route="search">
      <div className="wrap section">
        <h1 className="mb-6">{t('title')}</h1>
        <SearchForm action={hrefTo(locale, 'search')} />
        <p className="my-8">{t('ask')}</p>
        <SearchLinks locale={locale} title={t('try')} words={topics.map(({ name }) => name)} />
      </div>
    </Shell>
  );
}
