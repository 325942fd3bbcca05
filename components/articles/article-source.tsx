import { useTranslations } from 'next-intl';
import type { PublishedArticle } from '@/domain/articles/article';

type SourceProps = Pick<PublishedArticle, 'kind' | 'source' | 'lead'>;

/** The source of the facts, of an alert who verified it, and that the picture is a drawing; a guide is drawn throughout. */
export function ArticleSource({ kind, source, lead }: SourceProps) {
  const t = useTranslations('articles.page');
  const isDrawn = !lead && kind !== 'guide';
  if (!source && !isDrawn) return null;
  return (
    <div className="reading">
      <p className="source">
        {source && (
          <>
            {t.rich(kind === 'alert' ? 'verified' : 'source', {
              name: source.name,
              link: (words) =>
                source.url ? (
                  <a href={source.url} rel="noopener noreferrer">
                    {words}
                  </a>
                ) : (
                  words
                ),
            })}{' '}
          </>
        )}
        {isDrawn && t('drawn')}
      </p>
    </div>
  );
}
