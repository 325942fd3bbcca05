import type { Metadata } from 'next';
import { localeOf } from '@/app/locale';
import { StaticPage, staticMetadata } from '@/app/static-page';

export async function generateMetadata({ params }: PageProps<'/[locale]/accessibility'>): Promise<Metadata> {
  return staticMetadata(await localeOf(params), 'accessibility');
}

export default async function AccessibilityPage({ params }: PageProps<'/[locale]/accessibility'>) {
  return <StaticPage locale={await localeOf(params)} name="accessibility" />;
}
