import type { Metadata } from 'next';
import { dependsOn } from '@/app/cache-tags';
import { localeOf } from '@/app/locale';
import { listMetadata } from '../news/list-metadata';
import { GuideList } from './list-content';

type Props = PageProps<'/[locale]/guides'>;

export const generateMetadata = async ({ params }: Props): Promise<Metadata> =>
  listMetadata(await localeOf(params), 'guides');

export default async function GuidesPage({ params }: Props) {
  const locale = await localeOf(params);
  await dependsOn('articles:guide', 'units', 'today');
  return <GuideList locale={locale} />;
}
