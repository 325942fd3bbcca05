import type { Metadata } from 'next';
import { IndicatorOn } from '@/app/[locale]/(public)/indicators/[slug]/indicator-on';
import { indicatorMetadata } from '@/app/[locale]/(public)/indicators/[slug]/metadata';
import { oneOf } from '@/app/address';
import { markMissing } from '@/app/cache-tags';
import { localeOf } from '@/app/locale';
import { MissingPage } from '@/app/missing';
import { sorts } from '@/components/indicators/part-table';
import { askedPublicDay } from '@/domain/coverage/coverage';
import { readYears } from '@/domain/coverage/view/span';
import { codeOfSlug } from '@/domain/indicators/indicator';

export const dynamic = 'force-dynamic';

type Props = PageProps<'/[locale]/indicators/[slug]/asked'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return indicatorMetadata(await localeOf(params), (await params).slug, false);
}

export default async function AskedIndicatorPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const code = codeOfSlug(locale, (await params).slug);
  if (!code) {
    await markMissing();
    return <MissingPage locale={locale} />;
  }
  const { on, sort: asked, years } = await searchParams;
  const sort = sorts.find((each) => each === oneOf(asked)) ?? 'name';
  return (
    <IndicatorOn locale={locale} code={code} {...askedPublicDay(on)} sort={sort} years={readYears(oneOf(years))} />
  );
}
