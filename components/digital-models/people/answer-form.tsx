import { useTranslations } from 'next-intl';
import { Form, HiddenField, TextArea } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import type { FoldLook } from '@/components/ui/panels/form-fold';
import type { Hint } from '@/domain/digital-models/practices/hint';

type AnswerProps = { action: FormAction; hint: Hint; fold: FoldLook };

/** The commune's word to a hint; the facts it answers to go along. */
export function AnswerForm({ action, hint: { modelId, hint, digest }, fold }: AnswerProps) {
  const t = useTranslations('digital-models.hints');
  return (
    <Form action={action} concept="digital-models" className="mt-3" fold={fold}>
      <HiddenField name="modelId" value={modelId} />
      <HiddenField name="hint" value={hint} />
      <HiddenField name="digest" value={digest} />
      <TextArea name="text" label={t('answer')} hint={t('answerHint')} rows={2} maxLength={600} />
      <SubmitButton variant="secondary" compact>
        {t('send')}
      </SubmitButton>
    </Form>
  );
}
