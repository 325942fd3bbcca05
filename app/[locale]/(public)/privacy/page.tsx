import type { Metadata } from 'next';
import { localeOf } from '@/app/locale';
import { StaticPage, staticMetadata } from '@/app/static-page';

export async function generateMetadata({ params }: PageProps<'/[locale]/privacy'>): Promise<Metadata> {
  return staticMetadata(await localeOf(params), 'privacy');
}

export default async function PrivacyPage({ params }: PageProps<'/[locale]/privacy'>) {
  return <StaticPage locale={await localeOf(params)} name="privacy" />;
}
