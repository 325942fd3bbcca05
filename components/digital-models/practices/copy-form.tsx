import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/forms/choice-fields';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';

type CopyFormProps = {
  action: FormAction;
  fromId: string;
  /** the club that takes it over */
  club: { id: string; version: number; name: string; written: boolean };
};

/** Takes a shared practice over into a club of hers. */
export function CopyForm({ action, fromId, club }: CopyFormProps) {
  const t = useTranslations('digital-models.practice');
  return (
    <Form action={action} concept="digital-models">
      <HiddenField name="modelId" value={club.id} />
      <HiddenField name="version" value={club.version} />
      <HiddenField name="fromId" value={fromId} />
      {club.written && <Checkbox name="replace" label={t('replace')} hint={t('replaceHint')} />}
      <SubmitButton>{t('copyTo', { name: club.name })}</SubmitButton>
    </Form>
  );
}
