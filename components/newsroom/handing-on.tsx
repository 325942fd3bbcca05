import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Form } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import type { ArticleDraft } from '@/domain/articles/draft';
import { surroundingsLackOf } from '@/domain/articles/surroundings/surroundings';
import { ReadText, type Worked } from './publish-fields';

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

/** Handing a piece on; of one that would be refused for what it lacks, the way to where that is written. */
export function SubmitStep({ article, standing, action }: Worked & { action: FormAction }) {
  const t = useTranslations('newsroom.next');
  const address = `/admin/articles/${article.id}`;
  if (article.stepless.length > 0)
    return (
      <>
        <p className="mb-3">{t('stepless')}</p>
        <ButtonLink as={Link} href={`${address}/parts`} variant="primary" icon="book">
          {t('writeSteps')}
        </ButtonLink>
      </>
    );
  if (surroundingsLackOf(article))
    return (
      <ButtonLink as={Link} href={`${address}/edit#about`} variant="primary" icon="pencil">
        {t('writeAbout')}
      </ButtonLink>
    );
  return (
    <Form action={action} concept="newsroom">
      <ReadText article={article} />
      <SubmitButton icon="send">{t(standing.editionState === 'returned' ? 'submitAgain' : 'submitNow')}</SubmitButton>
    </Form>
  );
}
