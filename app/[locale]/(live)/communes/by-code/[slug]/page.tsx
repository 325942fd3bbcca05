import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { markMissing } from '@/app/cache-tags';
import { localeOf } from '@/app/locale';
import { MissingPage } from '@/app/missing';
import { findPublishedCoded } from '@/domain/units/queries';
import { hrefTo } from '@/i18n/routes';

export const dynamic = 'force-dynamic';

type Props = PageProps<'/[locale]/communes/by-code/[slug]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations('layout');
  return { title: t('missing.title'), robots: { index: false } };
}

/** The short address of a commune lasts: its page knows what has become of it. */
export default async function CodedPage({ params }: Props) {
  const [locale, { slug: code }] = await Promise.all([localeOf(params), params]);
  const slug = await findPublishedCoded(code);
  if (slug) redirect(hrefTo(locale, 'commune', { slug }) as never);
  await markMissing();
  return <MissingPage locale={locale} />;
}
