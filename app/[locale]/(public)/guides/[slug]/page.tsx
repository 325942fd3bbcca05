import type { Metadata } from 'next';
import { ArticleOf, metadataOf } from '../../news/article-of';
import { GuideContent } from './guide-content';

type Props = PageProps<'/[locale]/guides/[slug]'>;

export const generateMetadata = ({ params }: Props): Promise<Metadata> => metadataOf('guide', params);

export default function GuidePage({ params }: Props) {
  return <ArticleOf kind="guide" params={params} content={GuideContent} />;
}
