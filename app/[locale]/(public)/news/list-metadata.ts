import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageMetadata } from '@/app/metadata';
import type { ArticleShelf } from '@/domain/articles/article';
import type { Locale } from '@/i18n/locales';
import type { Asked } from './asked';

/** The head of a list; narrowed or on a later page it is read, not indexed. */
export async function listMetadata(locale: Locale, route: ArticleShelf, asked?: Asked): Promise<Metadata> {
  const { after, ...feed } = asked ?? {};
  const t = await getTranslations(`articles.${route}`);
  return pageMetadata({
    locale,
    route,
    title: t('title'),
    description: t('lead'),
    index: !asked,
    ...(asked && { feed }),
  });
}
