import { useTranslations } from 'next-intl';
import { DateField, Form, HiddenField, SelectField } from '@/components/ui/form';
import type { FormAction } from '@/components/ui/form-state';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Day } from '@/domain/day';
import type { FreeHome } from '@/domain/digital-models/household';

type JoinHomeFormProps = {
  action: FormAction;
  model: { id: string; foundedOn: Day };
  homes: readonly FreeHome[];
  today: Day;
};

/** Takes a household that is on record and in no family into this one. */
export function JoinHomeForm({ action, model, homes, today }: JoinHomeFormProps) {
  const t = useTranslations('digital-models');
  const options = homes.map(({ id, name, headName, unitName: unit }) => ({
    value: id,
    label: t('homes.option', { name: name ?? headName ?? t('record.erased'), unit }),
  }));
  return (
    <Form action={action} concept="digital-models">
      <HiddenField name="modelId" value={model.id} />
      <SelectField name="householdId" label={t('homes.which')} options={options} />
      <DateField name="from" label={t('homes.from')} defaultValue={today} min={model.foundedOn} max={today} />
      <SubmitButton variant="secondary">{t('homes.join')}</SubmitButton>
    </Form>
  );
}
