import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { CheckboxGroup, SelectField } from '@/components/ui/forms/choice-fields';
import { DateField, Form, HiddenField, NumberField, TextField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import type { Day } from '@/domain/days/day';
import type { Household } from '@/domain/digital-models/households/household';
import type { Candidate } from '@/domain/digital-models/people/model-people';
import { useCandidateOptions } from '../people/candidate-search';

type HouseholdFormProps = {
  action: FormAction;
  model: { id: string; foundedOn: Day };
  /** the household to correct; a new one without it */
  household?: Household;
  candidates: readonly Candidate[];
  /** of a new one: who heads it, where she was chosen already */
  headId?: string | undefined;
  today: Day;
};

/** A household: its head, how many live in it, and who of them the union keeps records of. */
export function HouseholdForm({ action, model, household, candidates, headId, today }: HouseholdFormProps) {
  const t = useTranslations('digital-models');
  const living =
    household?.members.map(({ personId, name }) => ({ value: personId, label: name ?? t('record.erased') })) ?? [];
  const women = [...living, ...useCandidateOptions(candidates)];
  return (
    <Form action={action} concept="digital-models">
      <HiddenField name="modelId" value={model.id} />
      {household && <HiddenField name="householdId" value={household.householdId} />}
      {household && <HiddenField name="version" value={household.version} />}
      <SelectField
        name="headPersonId"
        label={t('households.head')}
        hint={t('households.headHint')}
        options={women}
        defaultValue={household?.headId ?? headId ?? ''}
      />
      <NameAndSize household={household} />
      <CheckboxGroup
        name="personIds[]"
        label={t('households.members')}
        hint={t('households.membersHint')}
        options={women}
        defaultValues={living.map(({ value }) => value)}
        optional
      />
      {!household && (
        <DateField name="from" label={t('households.from')} defaultValue={today} min={model.foundedOn} max={today} />
      )}
      <div className="mt-6 flex flex-wrap gap-3">
        <SubmitButton>{t(household ? 'households.save' : 'households.send')}</SubmitButton>
        <ButtonLink as={Link} href={`/admin/digital-models/${model.id}/households`}>
          {t('people.cancel')}
        </ButtonLink>
      </div>
    </Form>
  );
}

function NameAndSize({ household }: { household: Household | undefined }) {
  const t = useTranslations('digital-models.households');
  return (
    <>
      <TextField
        name="name"
        label={t('name')}
        hint={t('nameHint')}
        defaultValue={household?.name ?? ''}
        maxLength={80}
        autoComplete="off"
        optional
      />
      <NumberField
        name="size"
        label={t('size')}
        defaultValue={household?.size ? String(household.size) : ''}
        maxLength={2}
        optional
      />
    </>
  );
}
