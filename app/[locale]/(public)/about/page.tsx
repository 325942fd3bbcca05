import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { dependsOn } from '@/app/cache-tags';
import { localeOf } from '@/app/locale';
import { StaticPage, staticMetadata } from '@/app/static-page';
import { findPublishedReading } from '@/domain/coverage/rulings/ruling-queries';
import { today } from '@/domain/days/day';

export async function generateMetadata({ params }: PageProps<'/[locale]/about'>): Promise<Metadata> {
  return staticMetadata(await localeOf(params), 'about');
}

/** What the portal is; how it counts is said by the reading that is signed for the day. */
export default async function AboutPage({ params }: PageProps<'/[locale]/about'>) {
  const locale = await localeOf(params);
  await dependsOn('figures:province', 'today');
  const [t, { reading }] = await Promise.all([getTranslations('about.sections'), findPublishedReading(today())]);
  return <StaticPage locale={locale} name="about" told={{ counting: { p1: t('counting.p1', { reading }) } }} />;
}
