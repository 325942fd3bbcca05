import { useTranslations } from 'next-intl';
import type { ArticleDraft } from '@/domain/articles/draft';

/** Before it is handed on: by what readers would not find it. It may be meant so. */
export function SurroundingsLack({ article: { communes, topics } }: { article: ArticleDraft }) {
  const t = useTranslations('newsroom.lack');
  return (
    <>
      {communes.length === 0 && <p className="mb-3">{t('place')}</p>}
      {topics.length === 0 && <p className="mb-3">{t('topic')}</p>}
    </>
  );
}
