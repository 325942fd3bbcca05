import type { Metadata } from 'next';
import { dependsOn, markMissing } from '@/app/cache-tags';
import { localeOf } from '@/app/locale';
import { MissingPage } from '@/app/missing';
import { today } from '@/domain/days/day';
import { codeOfSlug, toldOf } from '@/domain/indicators/indicator';
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
  await dependsOn(...partsOf(toldOf(code)));
  await dependsOn('units', 'today');
  return <IndicatorOn locale={locale} code={code} day={today()} refused={null} typed={today()} sort="name" />;
}

/** What a figure is made of; hours of a session without its own are those of its course. */
function partsOf({ group, flow }: ReturnType<typeof toldOf>) {
  if (group === 'peer-lessons') return ['lessons:province'] as const;
  return flow ? (['sessions:province', 'courses'] as const) : (['figures:province'] as const);
}
