import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CoverageOn } from '@/app/[locale]/(public)/coverage/coverage-on';
import { oneOf } from '@/app/address';
import { dependsOn } from '@/app/cache-tags';
import { localeOf } from '@/app/locale';
import { pageMetadata } from '@/app/metadata';
import { askedPublicDay, levelInput } from '@/domain/coverage/coverage';
import { readYears } from '@/domain/coverage/view/span';

export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: PageProps<'/[locale]/coverage/asked'>): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations('coverage');
  return pageMetadata({ locale, route: 'coverage', title: t('title'), description: t('lead'), index: false });
}

export default async function AskedCoveragePage({ params, searchParams }: PageProps<'/[locale]/coverage/asked'>) {
  const locale = await localeOf(params);
  const { on, level, place, years } = await searchParams;
  await dependsOn('figures:province', 'units', 'boundaries', 'today');
  return (
    <CoverageOn
      locale={locale}
      {...askedPublicDay(on)}
      level={levelInput.parse(level)}
      place={oneOf(place)}
      years={readYears(oneOf(years))}
    />
  );
}
