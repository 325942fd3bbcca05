import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageMetadata } from '@/app/metadata';
import { listPublishedDefinitions } from '@/domain/indicators/definition-queries';
import { codeOfSlug, slugOf } from '@/domain/indicators/indicator';
import { type Locale, otherLocale } from '@/i18n/locales';

/** The head of an indicator's page: its name, what it counts, its twin. */
export async function indicatorMetadata(locale: Locale, slug: string, index = true): Promise<Metadata> {
  const code = codeOfSlug(locale, slug);
  const [definition] = code ? await listPublishedDefinitions(locale, [code]) : [];
  if (!code || !definition) return { title: (await getTranslations('indicators'))('title'), robots: { index: false } };
  return pageMetadata({
    locale,
    route: 'indicator',
    params: { slug },
    twinParams: { slug: slugOf(code, otherLocale(locale)) },
    title: definition.name,
    description: definition.numerator,
    index,
  });
}
