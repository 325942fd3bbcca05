import { useTranslations } from 'next-intl';
import { SelectField } from '@/components/ui/forms/choice-fields';
import { DateField, Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import type { Day } from '@/domain/days/day';
import type { FreeHousehold } from '@/domain/digital-models/households/household';

type AddHouseholdFormProps = {
  action: FormAction;
  model: { id: string; foundedOn: Day };
  households: readonly FreeHousehold[];
  today: Day;
};

/** Takes a household that is on record and in no family into this one. */
export function AddHouseholdForm({ action, model, households, today }: AddHouseholdFormProps) {
  const t = useTranslations('digital-models');
  const options = households.map(({ id, name, headName, unitName: unit }) => ({
    value: id,
    label: t('households.option', { name: name ?? headName ?? t('record.erased'), unit }),
  }));
  return (
    <Form action={action} concept="digital-models">
      <HiddenField name="modelId" value={model.id} />
      <SelectField name="householdId" label={t('households.which')} options={options} />
      <DateField name="from" label={t('households.from')} defaultValue={today} min={model.foundedOn} max={today} />
      <SubmitButton variant="secondary">{t('households.join')}</SubmitButton>
    </Form>
  );
}
