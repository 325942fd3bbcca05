import { useTranslations } from 'next-intl';
import { SelectField } from '@/components/ui/forms/choice-fields';
import { DateField, Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import type { Day } from '@/domain/days/day';
import { type BoardOffice, boardOffices } from '@/domain/digital-models/digital-model';
import type { Candidate } from '@/domain/digital-models/people/model-people';
import { useCandidateOptions } from './candidate-search';

type AppointFormProps = {
  action: FormAction;
  model: { id: string; foundedOn: Day };
  candidates: readonly Candidate[];
  /** what the board has too few of */
  office: BoardOffice;
  today: Day;
};

/** Gives a woman of the sub-association an office on the board. */
export function AppointForm({ action, model, candidates, office, today }: AppointFormProps) {
  const t = useTranslations('digital-models');
  const women = useCandidateOptions(candidates);
  return (
    <Form action={action} concept="digital-models">
      <HiddenField name="modelId" value={model.id} />
      <SelectField name="personId" label={t('board.person')} options={women} />
      <SelectField
        name="office"
        label={t('people.office')}
        defaultValue={office}
        options={boardOffices.map((value) => ({ value, label: t(`office.${value}`) }))}
      />
      <DateField name="from" label={t('people.fromDay')} defaultValue={today} min={model.foundedOn} max={today} />
      <SubmitButton>{t('board.send')}</SubmitButton>
    </Form>
  );
}
