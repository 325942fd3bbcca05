import { getTranslations } from 'next-intl/server';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { JsonLd } from './json-ld';
import { absolute } from './metadata';

type Part = 'news' | 'stories' | 'guides' | 'models' | 'trainings' | 'coverage';

/** The way to a page from the front page, as search engines show it: home, the part of the portal, the page itself. */
export async function BreadcrumbList({ locale, part, name }: { locale: Locale; part: Part; name: string }) {
  const t = await getTranslations('layout');
  const steps = [
    { name: t('home'), item: { '@id': absolute(hrefTo(locale, 'home')) } },
    { name: t(`navigation.${part}`), item: { '@id': absolute(hrefTo(locale, part)) } },
    { name },
  ];
  return (
    <JsonLd
      data={{
        '@context': 'https://schema.org',
        '@type': 'BreadcrumbList',
        itemListElement: steps.map((step, at) => ({ '@type': 'ListItem', position: at + 1, ...step })),
      }}
    />
  );
}
