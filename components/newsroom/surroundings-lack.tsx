import { useTranslations } from 'next-intl';
import type { ArticleDraft } from '@/domain/articles/draft';
import { surroundingsLackOf } from '@/domain/articles/surroundings/surroundings';

/** Before it is handed on: by what readers would not find it. One of the two may be meant so; without both it goes no further. */
export function SurroundingsLack({ article }: { article: ArticleDraft }) {
  const t = useTranslations('newsroom.lack');
  const lack = surroundingsLackOf(article);
  if (lack) return <p className="mb-3">{t(lack === 'alert-place-needed' ? 'alert' : 'both')}</p>;
  return (
    <>
      {!article.placed && <p className="mb-3">{t('place')}</p>}
      {article.topics.length === 0 && <p className="mb-3">{t('topic')}</p>}
    </>
  );
}
