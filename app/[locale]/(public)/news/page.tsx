import type { Metadata } from 'next';
import { dependsOn } from '@/app/cache-tags';
import { localeOf } from '@/app/locale';
import { ListContent } from './list-content';
import { listMetadata } from './list-metadata';

type Props = PageProps<'/[locale]/news'>;

export const generateMetadata = async ({ params }: Props): Promise<Metadata> =>
  listMetadata(await localeOf(params), 'news');

export default async function NewsPage({ params }: Props) {
  const locale = await localeOf(params);
  await dependsOn('articles:news', 'units', 'today');
  return <ListContent locale={locale} kind="news" />;
}
