import { useTranslations } from 'next-intl';
import type { PublishedArticle } from '@/domain/articles/article';

/** The source of the facts, and that the picture is a drawing. */
export function ArticleSource({ source }: Pick<PublishedArticle, 'source'>) {
  const t = useTranslations('articles.page');
  return (
    <div className="reading">
      <p className="source">
        {source && (
          <>
            {t.rich('source', {
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
