import type { useTranslations } from 'next-intl';
import type { PublishedArticle } from '@/domain/articles/article';

/** What the page of a piece says around its text, in the language of that text, which is not always that of the page. */
export type PageWords = ReturnType<typeof useTranslations<'articles.page'>>;

type SourceProps = Pick<PublishedArticle, 'kind' | 'source' | 'lead'> & { t: PageWords };

/** The source of the facts, of an alert who verified it, and that the picture is a drawing; a guide is drawn throughout. */
export function ArticleSource({ kind, source, lead, t }: SourceProps) {
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
