import { useTranslations } from 'next-intl';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import type { ArticleDraft } from '@/domain/articles/draft';

type BeginProps = { action: FormAction; article: Pick<ArticleDraft, 'id' | 'version'> };

/** What was approved stands; its parts are changed in a new edition, which begins with them. */
export function BeginEdition({ action, article: { id, version } }: BeginProps) {
  const t = useTranslations('guides.writing');
  return (
    <Form action={action} concept="guides">
      <HiddenField name="articleId" value={id} />
      <HiddenField name="version" value={version} />
      <SubmitButton icon="pencil">{t('begin')}</SubmitButton>
    </Form>
  );
}
