import type { Metadata } from 'next';
import { localeOf } from '@/app/locale';
import { askedOf } from '../asked';
import { ListContent } from '../list-content';
import { listMetadata } from '../list-metadata';

export const dynamic = 'force-dynamic';

type Props = PageProps<'/[locale]/news/asked'>;

export const generateMetadata = async ({ params }: Props): Promise<Metadata> =>
  listMetadata(await localeOf(params), 'news', false);

export default async function AskedNewsPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  return <ListContent locale={locale} kind="news" asked={askedOf(await searchParams)} />;
}
