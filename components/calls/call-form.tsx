import { useTranslations } from 'next-intl';
import type { SessionChoices } from '@/components/trainings/planning/session-choices';
import { ButtonLink } from '@/components/ui/button';
import { SelectField } from '@/components/ui/forms/choice-fields';
import { DateField, Form, TextArea } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import { UnitField } from '@/components/units/choice/unit-field';
import type { Day } from '@/domain/days/day';

type CallFormProps = {
  action: FormAction;
  choices: Pick<SessionChoices, 'courses' | 'unit'>;
  /** what was typed before the commune was changed */
  values: { courseId?: string | undefined; wantedOn?: string | undefined; note?: string | undefined };
  today: Day;
  leave: string;
};

/** The form itself: what chooses the commune above it sends all that was typed along. */
export const CALL_FORM = 'call-form';

/** "We need a trainer for VNeID in ấp 3 around 5/12." */
export function CallForm({ action, choices, values, today, leave }: CallFormProps) {
  const t = useTranslations('calls.form');
  return (
    <Form id={CALL_FORM} action={action} concept="trainings" className="max-w-[46rem]">
      <SelectField name="courseId" label={t('course')} options={choices.courses} defaultValue={values.courseId ?? ''} />
      <UnitField name="unitId" label={t('unit')} question={choices.unit} />
      <DateField name="wantedOn" label={t('wantedOn')} min={today} defaultValue={values.wantedOn ?? ''} />
      <TextArea
        name="note"
        label={t('note')}
        hint={t('noteHint')}
        defaultValue={values.note ?? ''}
        rows={3}
        maxLength={500}
        optional
      />
      <div className="mt-6 flex flex-wrap gap-3">
        <SubmitButton>{t('send')}</SubmitButton>
        <ButtonLink as={Link} href={leave}>
          {t('leave')}
        </ButtonLink>
      </div>
    </Form>
  );
}
