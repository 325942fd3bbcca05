import type { Metadata } from 'next';
import { dependsOn } from '@/app/cache-tags';
import { localeOf } from '@/app/locale';
import { ListContent } from '../news/list-content';
import { listMetadata } from '../news/list-metadata';

type Props = PageProps<'/[locale]/stories'>;

export const generateMetadata = async ({ params }: Props): Promise<Metadata> =>
  listMetadata(await localeOf(params), 'stories');

export default async function StoriesPage({ params }: Props) {
  const locale = await localeOf(params);
  await dependsOn('articles:story', 'units', 'today');
  return <ListContent locale={locale} kind="story" />;
}
