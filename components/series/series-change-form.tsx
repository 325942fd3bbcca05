import { useTranslations } from 'next-intl';
import type { SessionChoices } from '@/components/trainings/planning/session-choices';
import { TimeField } from '@/components/ui/days/time-field';
import { Checkbox, CheckboxGroup, SelectField } from '@/components/ui/forms/choice-fields';
import { Form, HiddenField, NumberField, TextArea } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';

export type SeriesChangeValues = {
  sessionId: string;
  from: string;
  to: string;
  overnight: string;
  shiftDays: string;
  venueId: string;
  trainerIds: readonly string[];
  seats: string;
  reason: string;
};

type ChangeProps = { action: FormAction; choices: Omit<SessionChoices, 'unit'>; values: SeriesChangeValues };

const REASON_MAX = 500;

/** A change to the rest of a series: the form leads to the preview; nothing is written yet. */
export function SeriesChangeForm({ action, choices, values }: ChangeProps) {
  const t = useTranslations('series.change');
  const session = useTranslations('trainings.form');
  return (
    <Form action={action} concept="trainings" className="max-w-[46rem]">
      <HiddenField name="sessionId" value={values.sessionId} />
      <div className="grid gap-x-4 sm:grid-cols-2">
        <TimeField name="from" label={session('from')} defaultValue={values.from} optional />
        <TimeField name="to" label={session('to')} defaultValue={values.to} optional />
      </div>
      <Checkbox name="overnight" value="yes" label={t('overnight')} defaultChecked={values.overnight === 'yes'} />
      <NumberField
        name="shiftDays"
        label={t('shiftDays')}
        hint={t('shiftDaysHint')}
        defaultValue={values.shiftDays}
        maxLength={2}
      />
      <SelectField
        name="venueId"
        label={session('venue')}
        hint={session('venueHint')}
        options={choices.venues}
        empty={session('venueNone')}
        defaultValue={values.venueId}
      />
      <NumberField name="seats" label={session('seats')} defaultValue={values.seats} maxLength={4} />
      {choices.trainers.length > 0 && (
        <CheckboxGroup
          name="trainerIds[]"
          label={session('trainers')}
          options={choices.trainers}
          defaultValues={values.trainerIds}
          optional
        />
      )}
      <TextArea
        name="reason"
        label={session('reason')}
        hint={t('reasonHint')}
        defaultValue={values.reason}
        maxLength={REASON_MAX}
        rows={2}
        optional
      />
      <SubmitButton>{t('preview')}</SubmitButton>
    </Form>
  );
}

/** Ends the rest of a series; what has begun or was held stays. */
export function SeriesCancelForm({ action, sessionId }: { action: FormAction; sessionId: string }) {
  const t = useTranslations('series.cancel');
  return (
    <Form
      action={action}
      concept="trainings"
      className="max-w-[46rem]"
      fold={{ summary: t('title'), part: true, above: <p className="mt-1 mb-4">{t('lead')}</p> }}
    >
      <HiddenField name="sessionId" value={sessionId} />
      <TextArea name="reason" label={t('reason')} rows={3} maxLength={REASON_MAX} />
      <SubmitButton variant="danger" compact>
        {t('do')}
      </SubmitButton>
    </Form>
  );
}
