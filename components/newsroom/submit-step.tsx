import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Form } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import { surroundingsLackOf } from '@/domain/articles/surroundings/surroundings';
import { ReadText, type Worked } from './publish-fields';

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
