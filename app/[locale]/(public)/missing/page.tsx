import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { markMissing } from '@/app/cache-tags';
import { localeOf } from '@/app/locale';
import { MissingPage } from '@/app/missing';

export async function generateMetadata({ params }: PageProps<'/[locale]/missing'>): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations('layout');
  return { title: t('missing.title'), robots: { index: false } };
}

export default async function Page({ params }: PageProps<'/[locale]/missing'>) {
  const locale = await localeOf(params);
  await markMissing();
  return <MissingPage locale={locale} />;
}
