import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { markMissing } from '@/app/cache-tags';
import { localeOf } from '@/app/locale';
import { MissingPage } from '@/app/missing';
import { listPublishedCommunes } from '@/domain/units/queries';
import { hrefTo } from '@/i18n/routes';

export const dynamic = 'force-dynamic';

type Props = PageProps<'/[locale]/communes/by-code/[slug]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations('layout');
  return { title: t('missing.title'), robots: { index: false } };
}

/** The short address of a commune is its official code, whatever its name becomes. */
export default async function CodedPage({ params }: Props) {
  const [locale, { slug: code }] = await Promise.all([localeOf(params), params]);
  const commune = (await listPublishedCommunes()).find((each) => each.code === code);
  if (commune) redirect(hrefTo(locale, 'commune', { slug: commune.slug }) as never);
  await markMissing();
  return <MissingPage locale={locale} />;
}
