import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import type { ArticleDraft } from '@/domain/articles/draft';
import { articlesPath, previewPath, soundsPath } from '../asked';

export const writesOn = ({ editable, scheduled }: ArticleDraft) => editable && !scheduled;

/** What she looks at before readers do, and what she writes and shows. */
export function Ways({ article }: { article: ArticleDraft }) {
  const t = useTranslations('previews');
  return (
    <>
      <ButtonLink as={Link} href={previewPath(article.id)} icon="phone">
        {t('open')}
      </ButtonLink>
      {writesOn(article) && <Edits article={article} />}
    </>
  );
}

function Edits({ article: { id, kind } }: { article: ArticleDraft }) {
  const t = useTranslations('articles.record');
  return (
    <>
      {(kind === 'guide' || kind === 'alert') && (
        <ButtonLink as={Link} href={`${articlesPath}/${id}/parts`} icon={kind === 'guide' ? 'book' : 'warning'}>
          {t('parts')}
        </ButtonLink>
      )}
      <ButtonLink as={Link} href={`${articlesPath}/${id}/picture`} icon="picture">
        {t('picture')}
      </ButtonLink>
      <ButtonLink as={Link} href={soundsPath(id)} icon="speaker">
        {t('sound')}
      </ButtonLink>
      <ButtonLink as={Link} href={`${articlesPath}/${id}/edit`} icon="pencil">
        {t('edit')}
      </ButtonLink>
    </>
  );
}
