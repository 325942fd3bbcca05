import { useTranslations } from 'next-intl';
import { DateField, Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { today } from '@/domain/days/day';
import { latestLastDay, usualLastDay } from '@/domain/reminders/reminder';

type FormProps = {
  action: FormAction;
  askingId: string;
  unitIds: readonly string[];
  /** how many see it */
  people: number;
  /** what the page shows, to come back to it */
  back: string;
};

/** One tap sends it; the day is filled in. */
export function RemindForm({ action, askingId, unitIds, people, back }: FormProps) {
  const t = useTranslations('reminders');
  return (
    <Form action={action} concept="reminders" className="mt-4 mb-6 max-w-sm">
      <HiddenField name="askingId" value={askingId} />
      <HiddenField name="back" value={back} />
      {unitIds.map((id) => (
        <HiddenField key={id} name="unitIds[]" value={id} />
      ))}
      <DateField
        name="lastDay"
        label={t('lastDay')}
        defaultValue={usualLastDay()}
        min={today()}
        max={latestLastDay()}
      />
      <SubmitButton icon="bell">{t('send', { count: people })}</SubmitButton>
    </Form>
  );
}
