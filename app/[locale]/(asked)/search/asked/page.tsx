import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { dependsOn } from '@/app/cache-tags';
import { localeOf } from '@/app/locale';
import { pageMetadata } from '@/app/metadata';
import { Shell } from '@/app/shell';
import { SearchForm } from '@/components/search/search-form';
import { SearchResults } from '@/components/search/search-results';
import { searchPublished } from '@/domain/search/queries';
import { askedFor } from '@/domain/search/search';
import { hrefTo } from '@/i18n/routes';

export const dynamic = 'force-dynamic';

type Props = PageProps<'/[locale]/search/asked'>;

const questionOf = async ({ searchParams }: Props) => {
  const { q } = await searchParams;
  return askedFor(oneOf(q));
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  const locale = await localeOf(props.params);
  const t = await getTranslations('search');
  return pageMetadata({
    locale,
    route: 'search',
    title: t('titleFor', { question: await questionOf(props) }),
    description: t('ask'),
    index: false,
  });
}

export default async function AskedSearchPage(props: Props) {
  const locale = await localeOf(props.params);
  const question = await questionOf(props);
  const t = await getTranslations('search');
  await dependsOn('articles:news', 'articles:story', 'units', 'today');
  const found = await searchPublished(locale, question);
  return (
    <Shell locale={locale} route="search" query={{ q: question }}>
      <div className="wrap section">
        <h1 className="mb-6">{t('title')}</h1>
        <SearchForm action={hrefTo(locale, 'search')} question={question} />
        <div className="mt-10">
          {question && <SearchResults locale={locale} question={question} found={found} />}
          {!question && <p>{t('ask')}</p>}
        </div>
      </div>
    </Shell>
  );
}
