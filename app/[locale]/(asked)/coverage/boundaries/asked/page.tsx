import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CoverageOn } from '@/app/[locale]/(public)/coverage/coverage-on';
import { oneOf } from '@/app/address';
import { markMissing } from '@/app/cache-tags';
import { localeOf } from '@/app/locale';
import { pageMetadata } from '@/app/metadata';
import { MissingPage } from '@/app/missing';
import { findPublishedBoundaries } from '@/domain/boundaries/queries';
import { askedPublicDay, levelInput } from '@/domain/coverage/coverage';
import { readYears } from '@/domain/coverage/view/span';

export const dynamic = 'force-dynamic';

type Props = PageProps<'/[locale]/coverage/boundaries/asked'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations('coverage');
  return pageMetadata({
    locale,
    route: 'coverageBoundaries',
    title: t('map.page'),
    description: t('lead'),
    index: false,
  });
}

export default async function AskedCoverageBoundariesPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const { on, level, place, years } = await searchParams;
  const asked = askedPublicDay(on);
  const boundaries = await findPublishedBoundaries(asked.day);
  if (!boundaries) {
    await markMissing();
    return <MissingPage locale={locale} />;
  }
  return (
    <CoverageOn
      locale={locale}
      {...asked}
      level={levelInput.parse(level)}
      place={oneOf(place)}
      years={readYears(oneOf(years))}
      boundaries={boundaries}
    />
  );
}
