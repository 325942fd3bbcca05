import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/forms/choice-fields';
import { DateField, Form, HiddenField, NumberField, TextArea, TextField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import type { Day } from '@/domain/days/day';
import type { Activity } from '@/domain/digital-models/activities/activity';
import type { ModelRecord } from '@/domain/digital-models/model-record';
import { ModelPicture } from '../model-picture';
import { PictureFields } from '../picture-fields';

type FormProps = { action: FormAction; model: ModelRecord; today: Day };

/** One line of what a model did. */
export function ActivityForm({ action, model, today }: FormProps) {
  const t = useTranslations('digital-models.activity');
  return (
    <Form action={action} concept="digital-models">
      <HiddenField name="modelId" value={model.id} />
      <Fields model={model} today={today} />
      <PictureFields />
      <SubmitButton variant="secondary">{t('send')}</SubmitButton>
    </Form>
  );
}

type CorrectProps = FormProps & { activity: Activity; back: string };

/** The same line corrected; its picture stays unless another takes its place or it is dropped. */
export function CorrectActivityForm({ action, model, today, activity, back }: CorrectProps) {
  const t = useTranslations('digital-models.activity');
  return (
    <Form action={action} concept="digital-models">
      <HiddenField name="activityId" value={activity.id} />
      <HiddenField name="version" value={activity.version} />
      <Fields model={model} today={today} activity={activity} />
      {activity.picture && (
        <div className="mb-5">
          <ModelPicture picture={activity.picture} />
          <Checkbox name="dropPicture" label={t('dropPicture')} />
        </div>
      )}
      <PictureFields alt={activity.picture?.alt} />
      <div className="mt-6 flex flex-wrap gap-3">
        <SubmitButton>{t('correctSend')}</SubmitButton>
        <ButtonLink as={Link} href={back}>
          {t('cancel')}
        </ButtonLink>
      </div>
    </Form>
  );
}

type FieldsProps = { model: ModelRecord; today: Day; activity?: Activity };

function Fields({ model, today, activity }: FieldsProps) {
  const t = useTranslations('digital-models.activity');
  return (
    <>
      <DateField
        name="onDay"
        label={t('onDay')}
        defaultValue={activity?.onDay ?? today}
        min={model.foundedOn}
        max={today}
      />
      <TextField
        name="topic"
        label={t('topic')}
        hint={t('topicHint')}
        maxLength={160}
        autoComplete="off"
        defaultValue={activity?.topic ?? ''}
      />
      <NumberField
        name="peopleReached"
        label={t('peopleReached')}
        maxLength={4}
        defaultValue={String(activity?.peopleReached ?? '')}
        optional
      />
      <TextArea name="note" label={t('note')} rows={3} maxLength={1000} defaultValue={activity?.note ?? ''} optional />
    </>
  );
}

/** Takes a line back: it was recorded by mistake. */
export function TakeBackActivityForm({ action, activity }: { action: FormAction; activity: Activity }) {
  const t = useTranslations('digital-models.activity');
  return (
    <Form action={action} concept="digital-models">
      <HiddenField name="activityId" value={activity.id} />
      <HiddenField name="version" value={activity.version} />
      <TextField name="reason" label={t('reason')} hint={t('reasonHint')} maxLength={300} autoComplete="off" />
      <SubmitButton variant="danger">{t('takeBackSend')}</SubmitButton>
    </Form>
  );
}
