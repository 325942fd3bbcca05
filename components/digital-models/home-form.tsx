import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { CheckboxGroup, DateField, Form, HiddenField, NumberField, SelectField, TextField } from '@/components/ui/form';
import type { FormAction } from '@/components/ui/form-state';
import { Link } from '@/components/ui/link';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Day } from '@/domain/day';
import type { Home } from '@/domain/digital-models/household';
import type { Candidate } from '@/domain/digital-models/model-people';
import { useCandidateOptions } from './candidate-search';

type HomeFormProps = {
  action: FormAction;
  model: { id: string; foundedOn: Day };
  /** the household to correct; a new one without it */
  home?: Home;
  candidates: readonly Candidate[];
  /** of a new one: who heads it, where she was chosen already */
  headId?: string | undefined;
  today: Day;
};

/** A household: its head, how many live in it, and who of them the union keeps records of. */
export function HomeForm({ action, model, home, candidates, headId, today }: HomeFormProps) {
  const t = useTranslations('digital-models');
  const living =
    home?.members.map(({ personId, name }) => ({ value: personId, label: name ?? t('record.erased') })) ?? [];
  const women = [...living, ...useCandidateOptions(candidates)];
  return (
    <Form action={action} concept="digital-models">
      <HiddenField name="modelId" value={model.id} />
      {home && <HiddenField name="householdId" value={home.householdId} />}
      {home && <HiddenField name="version" value={home.version} />}
      <SelectField
        name="headPersonId"
        label={t('homes.head')}
        hint={t('homes.headHint')}
        options={women}
        defaultValue={home?.headId ?? headId ?? ''}
      />
      <TextField
        name="name"
        label={t('homes.name')}
        hint={t('homes.nameHint')}
        defaultValue={home?.name ?? ''}
        maxLength={80}
        autoComplete="off"
        optional
      />
      <NumberField
        name="size"
        label={t('homes.size')}
        defaultValue={home?.size ? String(home.size) : ''}
        maxLength={2}
        optional
      />
      <CheckboxGroup
        name="personIds[]"
        label={t('homes.members')}
        hint={t('homes.membersHint')}
        options={women}
        defaultValues={living.map(({ value }) => value)}
        optional
      />
      {!home && (
        <DateField name="from" label={t('homes.from')} defaultValue={today} min={model.foundedOn} max={today} />
      )}
      <div className="mt-6 flex flex-wrap gap-3">
        <SubmitButton>{t(home ? 'homes.save' : 'homes.send')}</SubmitButton>
        <ButtonLink as={Link} href={`/admin/digital-models/${model.id}/households`}>
          {t('people.cancel')}
        </ButtonLink>
      </div>
    </Form>
  );
}
