import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { DateField, Form, SelectField, TextArea } from '@/components/ui/form';
import type { FormAction } from '@/components/ui/form-state';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Day } from '@/domain/day';
import type { SessionChoices } from './session-choices';

type CallFormProps = {
  action: FormAction;
  choices: Pick<SessionChoices, 'courses' | 'units'>;
  today: Day;
  leave: string;
};

/** "We need a trainer for VNeID in ấp 3 around 5/12." */
export function CallForm({ action, choices, today, leave }: CallFormProps) {
  const t = useTranslations('calls.form');
  return (
    <Form action={action} concept="trainings" className="max-w-[46rem]">
      <SelectField name="courseId" label={t('course')} options={choices.courses} />
      <SelectField name="unitId" label={t('unit')} options={choices.units} />
      <DateField name="wantedOn" label={t('wantedOn')} min={today} />
      <TextArea name="note" label={t('note')} hint={t('noteHint')} rows={3} maxLength={500} optional />
      <div className="mt-6 flex flex-wrap gap-3">
        <SubmitButton>{t('send')}</SubmitButton>
        <ButtonLink as={Link} href={leave}>
          {t('leave')}
        </ButtonLink>
      </div>
    </Form>
  );
}
