import type { Metadata } from 'next';
import { GuideList } from '@/app/[locale]/(public)/guides/list-content';
import { askedOf } from '@/app/[locale]/(public)/news/asked';
import { listMetadata } from '@/app/[locale]/(public)/news/list-metadata';
import { localeOf } from '@/app/locale';

export const dynamic = 'force-dynamic';

type Props = PageProps<'/[locale]/guides/asked'>;

export const generateMetadata = async ({ params, searchParams }: Props): Promise<Metadata> =>
  listMetadata(await localeOf(params), 'guides', askedOf(await searchParams));

export default async function AskedGuidesPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  return <GuideList locale={locale} asked={askedOf(await searchParams)} />;
}
