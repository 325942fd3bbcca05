import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { BreadcrumbList } from '@/app/breadcrumb-list';
import { dependsOn, markMissing } from '@/app/cache-tags';
import { localeOf } from '@/app/locale';
import { pageMetadata } from '@/app/metadata';
import { MissingPage } from '@/app/missing';
import { communeImages } from '@/app/share-cards/coverage-card';
import { placeName } from '@/components/coverage/coverage-table';
import { findPublishedCommune, findPublishedFormerCommune, findPublishedSuccessor } from '@/domain/units/queries';
import { hrefTo } from '@/i18n/routes';
import { CommuneContent } from './commune-content';
import { FormerCommune } from './former-commune';

const load = cache(findPublishedCommune);

export async function generateMetadata({ params }: PageProps<'/[locale]/communes/[slug]'>): Promise<Metadata> {
  const locale = await localeOf(params);
  const { slug } = await params;
  const [t, commune] = await Promise.all([getTranslations('coverage'), load(slug)]);
  if (!commune) return { title: t('title'), robots: { index: false } };
  const place = placeName(t, commune);
  return pageMetadata({
    locale,
    route: 'commune',
    params: { slug },
    title: place,
    description: t('commune.lead', { place }),
    feed: { commune: slug },
    card: await communeImages(locale, commune),
  });
}

export default async function CommunePage({ params }: PageProps<'/[locale]/communes/[slug]'>) {
  const locale = await localeOf(params);
  const { slug } = await params;
  const commune = await load(slug);
  if (!commune) {
    const successor = await findPublishedSuccessor(slug);
    if (successor) {
      await dependsOn('units', 'today');
      permanentRedirect(hrefTo(locale, 'commune', { slug: successor }) as never);
    }
    const former = await findPublishedFormerCommune(slug);
    if (former) {
      await dependsOn('units', 'today');
      return <FormerCommune locale={locale} slug={slug} former={former} />;
    }
    await markMissing();
    return <MissingPage locale={locale} />;
  }
  await dependsOn(`told:${slug}`, 'courses', 'units', 'today');
  const t = await getTranslations('coverage');
  return (
    <>
      <BreadcrumbList locale={locale} part="coverage" name={placeName(t, commune)} />
      <CommuneContent locale={locale} commune={commune} />
    </>
  );
}
