import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { markMissing } from '@/app/cache-tags';
import { localeOf } from '@/app/locale';
import { MissingPage } from '@/app/missing';
import { figureHref } from '@/components/figures/cite-link';
import { CITY_SLUG, citedDay } from '@/domain/figures/figure';
import { figureOfShort } from '@/domain/figures/short-figure';
import { findPublishedCoded } from '@/domain/units/queries';

export const dynamic = 'force-dynamic';

type Props = PageProps<'/[locale]/figures/by-number/[slug]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations('layout');
  return { title: t('missing.title'), robots: { index: false } };
}

/** The short address of a figure leads to its page, which knows whether anything is told of the place on the day. */
export default async function NumberedPage({ params }: Props) {
  const [locale, { slug: short }] = await Promise.all([localeOf(params), params]);
  const found = figureOfShort(short);
  const [code, day] = [found?.code, found && citedDay(found.code, found.day)];
  const place = found?.place === CITY_SLUG ? CITY_SLUG : found && day && (await findPublishedCoded(found.place));
  if (code && day && place) redirect(figureHref(locale, { code, day, place }) as never);
  await markMissing();
  return <MissingPage locale={locale} />;
}
