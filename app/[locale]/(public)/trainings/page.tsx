import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { dependsOn } from '@/app/cache-tags';
import { localeOf } from '@/app/locale';
import { pageMetadata } from '@/app/metadata';
import { TrainingsContent } from './trainings-content';

type Props = PageProps<'/[locale]/trainings'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations('trainings');
  return pageMetadata({ locale, route: 'trainings', title: t('title'), description: t('description') });
}

export default async function TrainingsPage({ params }: Props) {
  const locale = await localeOf(params);
  await dependsOn('courses', 'units', 'today');
  return <TrainingsContent locale={locale} asked={{ view: 'list' }} />;
}
