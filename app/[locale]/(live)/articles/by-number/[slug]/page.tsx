import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { markMissing } from '@/app/cache-tags';
import { localeOf } from '@/app/locale';
import { MissingPage } from '@/app/missing';
import { articleHref } from '@/components/articles/article-href';
import { findPublishedNumber } from '@/domain/articles/published/number-queries';

export const dynamic = 'force-dynamic';

type Props = PageProps<'/[locale]/articles/by-number/[slug]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations('layout');
  return { title: t('missing.title'), robots: { index: false } };
}

/** The short address of an article leads to it, in the other language where it is told in that one alone. */
export default async function NumberedPage({ params }: Props) {
  const [locale, { slug: number }] = await Promise.all([localeOf(params), params]);
  const found = await findPublishedNumber(locale, number);
  if (found) redirect(articleHref(found.locale, found) as never);
  await markMissing();
  return <MissingPage locale={locale} />;
}
