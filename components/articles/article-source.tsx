import { useTranslations } from 'next-intl';
import type { PublishedArticle } from '@/domain/articles/article';

/** The source of the facts, of an alert who verified it, and that the picture is a drawing. */
export function ArticleSource({ kind, source }: Pick<PublishedArticle, 'kind' | 'source'>) {
  const t = useTranslations('articles.page');
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
        {t('drawn')}
      </p>
    </div>
  );
}
