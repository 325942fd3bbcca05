import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { askedOf } from '@/app/[locale]/(public)/trainings/asked';
import { TrainingsContent } from '@/app/[locale]/(public)/trainings/trainings-content';
import { localeOf } from '@/app/locale';
import { pageMetadata } from '@/app/metadata';

export const dynamic = 'force-dynamic';

type Props = PageProps<'/[locale]/trainings/asked'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations('trainings');
  return pageMetadata({ locale, route: 'trainings', title: t('title'), description: t('description'), index: false });
}

export default async function AskedTrainingsPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  return <TrainingsContent locale={locale} asked={askedOf(await searchParams)} />;
}
