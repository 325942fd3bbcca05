import { useTranslations } from 'next-intl';
import { SelectField } from '@/components/ui/forms/choice-fields';
import { DateField, Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import type { Day } from '@/domain/days/day';
import type { PairRow } from '@/domain/pairs/pair';

type TieFormProps = {
  action: FormAction;
  pair: PairRow;
  families: readonly { id: string; name: string }[];
  /** the one that is meant, where she was led here for it */
  familyId?: string | undefined;
  today: Day;
};

/** Ties a pair to a Digital Family of its unit. */
export function TieForm({ action, pair, families, familyId, today }: TieFormProps) {
  const t = useTranslations('pairs.tie');
  return (
    <Form action={action} concept="pairs">
      <HiddenField name="pairId" value={pair.id} />
      <HiddenField name="version" value={pair.version} />
      <SelectField
        name="modelId"
        label={t('family')}
        options={families.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={(families.find(({ id }) => id === familyId) ?? families[0])?.id ?? ''}
      />
      <DateField name="from" label={t('from')} defaultValue={pair.from > today ? pair.from : today} min={pair.from} />
      <SubmitButton>{t('send')}</SubmitButton>
    </Form>
  );
}
