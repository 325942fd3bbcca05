import type { Metadata } from 'next';
import { localeOf } from '@/app/locale';
import { StaticPage, staticMetadata } from '@/app/static-page';

export async function generateMetadata({ params }: PageProps<'/[locale]/about'>): Promise<Metadata> {
  return staticMetadata(await localeOf(params), 'about');
}

export default async function AboutPage({ params }: PageProps<'/[locale]/about'>) {
  return <StaticPage locale={await localeOf(params)} name="about" />;
}
