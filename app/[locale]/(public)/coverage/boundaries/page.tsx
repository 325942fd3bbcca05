import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { dependsOn, markMissing } from '@/app/cache-tags';
import { localeOf } from '@/app/locale';
import { pageMetadata } from '@/app/metadata';
import { MissingPage } from '@/app/missing';
import { findPublishedBoundaries } from '@/domain/boundaries/queries';
import { today } from '@/domain/days/day';
import { CoverageOn } from '../coverage-on';

export async function generateMetadata({ params }: PageProps<'/[locale]/coverage/boundaries'>): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations('coverage');
  return pageMetadata({
    locale,
    route: 'coverageBoundaries',
    title: t('map.page'),
    description: t('lead'),
    index: false,
  });
}

export default async function CoverageBoundariesPage({ params }: PageProps<'/[locale]/coverage/boundaries'>) {
  const locale = await localeOf(params);
  await dependsOn('figures:province', 'units', 'boundaries', 'today');
  const boundaries = await findPublishedBoundaries(today());
  if (!boundaries) {
    await markMissing();
    return <MissingPage locale={locale} />;
  }
  return <CoverageOn locale={locale} day={today()} level="sub_association" boundaries={boundaries} />;
}
