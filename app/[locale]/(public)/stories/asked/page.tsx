import type { Metadata } from 'next';
import { localeOf } from '@/app/locale';
import { askedOf } from '../../news/asked';
import { ListContent } from '../../news/list-content';
import { listMetadata } from '../../news/list-metadata';

export const dynamic = 'force-dynamic';

type Props = PageProps<'/[locale]/stories/asked'>;

export const generateMetadata = async ({ params }: Props): Promise<Metadata> =>
  listMetadata(await localeOf(params), 'stories', false);

export default async function AskedStoriesPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  return <ListContent locale={locale} kind="story" asked={askedOf(await searchParams)} />;
}
