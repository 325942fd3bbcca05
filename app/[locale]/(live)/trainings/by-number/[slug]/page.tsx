import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { markMissing } from '@/app/cache-tags';
import { localeOf } from '@/app/locale';
import { MissingPage } from '@/app/missing';
import { findPublishedSlug } from '@/domain/trainings/published/published-queries';
import { hrefTo } from '@/i18n/routes';

export const dynamic = 'force-dynamic';

type Props = PageProps<'/[locale]/trainings/by-number/[slug]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations('layout');
  return { title: t('missing.title'), robots: { index: false } };
}

/** The short address on a poster leads to the session. */
export default async function NumberedPage({ params }: Props) {
  const [locale, { slug: number }] = await Promise.all([localeOf(params), params]);
  const slug = await findPublishedSlug(number);
  if (slug) redirect(hrefTo(locale, 'session', { slug }) as never);
  await markMissing();
  return <MissingPage locale={locale} />;
}
