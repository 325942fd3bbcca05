import type { Metadata } from 'next';
import { dependsOn, markMissing } from '@/app/cache-tags';
import { localeOf } from '@/app/locale';
import { MissingPage } from '@/app/missing';
import { today } from '@/domain/days/day';
import { codeOfSlug } from '@/domain/indicators/indicator';
import { partsOf } from './asked';
import { IndicatorOn } from './indicator-on';
import { indicatorMetadata } from './metadata';

type Props = PageProps<'/[locale]/indicators/[slug]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return indicatorMetadata(await localeOf(params), (await params).slug);
}

export default async function IndicatorPage({ params }: Props) {
  const locale = await localeOf(params);
  const code = codeOfSlug(locale, (await params).slug);
  if (!code) {
    await markMissing();
    return <MissingPage locale={locale} />;
  }
  await dependsOn(...partsOf(code));
  await dependsOn('units', 'today');
  const asked = { day: today(), refused: null, typed: today() };
  return <IndicatorOn locale={locale} code={code} {...asked} sort="name" years={1} />;
}
