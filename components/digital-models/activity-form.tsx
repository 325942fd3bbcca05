import { useTranslations } from 'next-intl';
import { DateField, Form, HiddenField, NumberField, TextArea, TextField } from '@/components/ui/form';
import type { FormAction } from '@/components/ui/form-state';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Day } from '@/domain/day';
import type { ModelRecord } from '@/domain/digital-models/model-record';
import { PhotoFields } from './photo-fields';

/** One line of what a model did. */
export function ActivityForm({ action, model, today }: { action: FormAction; model: ModelRecord; today: Day }) {
  const t = useTranslations('digital-models.activity');
  return (
    <Form action={action} concept="digital-models">
      <HiddenField name="modelId" value={model.id} />
      <DateField name="onDay" label={t('onDay')} defaultValue={today} min={model.foundedOn} max={today} />
      <TextField name="topic" label={t('topic')} hint={t('topicHint')} maxLength={160} autoComplete="off" />
      <NumberField name="peopleReached" label={t('peopleReached')} maxLength={4} optional />
      <TextArea name="note" label={t('note')} rows={3} maxLength={1000} optional />
      <PhotoFields />
      <SubmitButton variant="secondary">{t('send')}</SubmitButton>
    </Form>
  );
}
