import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageMetadata } from '@/app/metadata';
import type { Locale } from '@/i18n/locales';

/** The head of a list; narrowed or on a later page it is read, not indexed. */
export async function listMetadata(locale: Locale, route: 'news' | 'stories', index = true): Promise<Metadata> {
  const t = await getTranslations(`articles.${route}`);
  return pageMetadata({ locale, route, title: t('title'), description: t('lead'), index });
}
