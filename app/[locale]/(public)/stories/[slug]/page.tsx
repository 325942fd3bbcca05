import type { Metadata } from 'next';
import { ArticleOf, metadataOf } from '../../news/article-of';

type Props = PageProps<'/[locale]/stories/[slug]'>;

export const generateMetadata = ({ params }: Props): Promise<Metadata> => metadataOf('story', params);

export default function StoryPage({ params }: Props) {
  return <ArticleOf kind="story" params={params} />;
}
