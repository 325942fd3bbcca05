import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { IndicatorsOn } from '@/app/[locale]/(public)/indicators/indicators-on';
import { localeOf } from '@/app/locale';
import { pageMetadata } from '@/app/metadata';
import { askedPublicDay } from '@/domain/coverage/coverage';

export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: PageProps<'/[locale]/indicators/asked'>): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations('indicators');
  return pageMetadata({ locale, route: 'indicators', title: t('title'), description: t('lead'), index: false });
}

export default async function AskedIndicatorsPage({ params, searchParams }: PageProps<'/[locale]/indicators/asked'>) {
  const locale = await localeOf(params);
  return <IndicatorsOn locale={locale} {...askedPublicDay((await searchParams).on)} />;
}
