import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { dependsOn } from '@/app/cache-tags';
import { localeOf } from '@/app/locale';
import { pageMetadata } from '@/app/metadata';
import { Shell } from '@/app/shell';
import { SearchForm } from '@/components/search/search-form';
import { SearchLinks } from '@/components/search/search-links';
import { WaysOn } from '@/components/search/ways';
import { listPublishedGuidesToSearch, listPublishedTopicsToSearch } from '@/domain/search/choice-queries';
import { hrefTo } from '@/i18n/routes';
import { explainedModels, modelNames } from './explained';

const NEWEST = 4;

export async function generateMetadata({ params }: PageProps<'/[locale]/search'>): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations('search');
  return pageMetadata({ locale, route: 'search', title: t('title'), description: t('ask'), index: false });
}

/** The empty question. Its answers are in `asked`, drawn for whoever asks, and kept once a question is asked again. */
export default async function SearchPage({ params }: PageProps<'/[locale]/search'>) {
  const locale = await localeOf(params);
  const [t, topics, guides, explained] = await Promise.all([
    getTranslations('search'),
    listPublishedTopicsToSearch(locale),
    listPublishedGuidesToSearch(locale),
    explainedModels(locale),
  ]);
  await dependsOn('courses', 'articles:guide', 'today');
  const [models, words] = [modelNames(explained), topics.map(({ name }) => name)];
  const newest = guides
    .slice(0, NEWEST)
    .map(({ title, ...one }) => ({ what: 'article' as const, name: title, ...one }));
  return (
    <Shell locale={locale} route="search">
      <div className="wrap section">
        <h1 className="mb-6">{t('title')}</h1>
        <SearchForm action={hrefTo(locale, 'search')} names={[...words, ...models.map(({ name }) => name)]} />
        <p className="my-8">{t('ask')}</p>
        <SearchLinks locale={locale} title={t('try')} words={words} />
        <div className="mt-10">
          <WaysOn locale={locale} title={t('models')} ways={models} />
          <WaysOn locale={locale} title={t('guides')} ways={newest} />
        </div>
      </div>
    </Shell>
  );
}
