import type { Metadata } from 'next';
import { ArticleOf, metadataOf } from '../article-of';

type Props = PageProps<'/[locale]/news/[slug]'>;

export const generateMetadata = ({ params }: Props): Promise<Metadata> => metadataOf('news', params);

export default function NewsArticlePage({ params }: Props) {
  return <ArticleOf kind="news" params={params} />;
}
