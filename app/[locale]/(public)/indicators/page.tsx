import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { dependsOn } from '@/app/cache-tags';
import { localeOf } from '@/app/locale';
import { pageMetadata } from '@/app/metadata';
import { today } from '@/domain/days/day';
import { IndicatorsOn } from './indicators-on';

export async function generateMetadata({ params }: PageProps<'/[locale]/indicators'>): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations('indicators');
  return pageMetadata({ locale, route: 'indicators', title: t('title'), description: t('lead') });
}

export default async function IndicatorsPage({ params }: PageProps<'/[locale]/indicators'>) {
  const locale = await localeOf(params);
  await dependsOn('figures:province', 'sessions:province', 'lessons:province', 'courses', 'units', 'today');
  return <IndicatorsOn locale={locale} day={today()} refused={null} typed={today()} />;
}
